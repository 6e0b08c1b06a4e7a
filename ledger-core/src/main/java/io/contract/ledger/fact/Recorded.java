package io.contract.ledger.fact;

import java.time.Instant;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An event: a fact with what recording has added to it.
 *
 * @param sequence its number in its agreement: 0 for the agreement itself, without gaps
 * @param recordedAt when the ledger stored it, in microseconds; for an imported event, the time that its file claims
 * @param recordedBy who recorded it
 * @param imported set when the recorded time is claimed by a file rather than witnessed
 */
public record Recorded(
    long sequence,
    Instant recordedAt,
    String recordedBy,
    @Nullable Imported imported,
    Fact fact) {

  /** The kind of its fact. */
  public FactKind kind() {
    return FactKind.of(fact);
  }

  /** The same event, recorded at another instant. */
  public Recorded at(Instant instant) {
    return new Recorded(sequence, instant, recordedBy, imported, fact);
  }

  /** When a file's history was loaded, and by whom. */
  public record Imported(Instant at, String by) {}

  /**
   * How many of an agreement's events were recorded at or before the instant. Recorded times never fall, so that a binary search
   * finds the number.
   *
   * @param events how many there are
   * @param event finds the event of a sequence
   */
  public static long countKnownAt(Instant instant, long events, LongFunction<Recorded> event) {
    return countFirst(events, sequence -> !event.apply(sequence).recordedAt().isAfter(instant));
  }

  /**
   * How many of the first events the condition holds of. A binary search finds the number.
   *
   * @param events how many there are
   * @param holds takes a sequence; where it does not hold, it holds of no later sequence either
   */
  public static long countFirst(long events, LongPredicate holds) {
    long first = 0;
    long other = events + 1;
    while (other - first > 1) {
      long middle = (first + other) / 2;
      if (holds.test(middle - 1)) {
        first = middle;
      } else {
        other = middle;
      }
    }
    return first;
  }
}
