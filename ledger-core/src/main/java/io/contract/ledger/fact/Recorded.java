package io.contract.ledger.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event: a fact, with what recording it added.
 *
 * @param sequence its number in its agreement: 0 for the agreement itself, without gaps
 * @param recordedAt when the ledger stored it, in microseconds; of an imported event, when its file says that it was recorded
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

  /** When a file's history was loaded, and by whom. */
  public record Imported(Instant at, String by) {}
}
