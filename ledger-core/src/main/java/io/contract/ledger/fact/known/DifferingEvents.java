package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.Withdrawal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds the events that count at one of two points on the axes of time and not at the other (domain page, section 3). An event
 * counts at a point when it is known there, is not withdrawn, and its business date has come.
 *
 * <p>Example: between 2021-09-30 and 2021-10-01 it is the amendment effective on that day; between two instants, the report
 * restated in between.
 */
public final class DifferingEvents {

  private final FactsAsOf from;
  private final FactsAsOf to;
  private final KnownFacts more;
  private final int knownAtBoth;

  private DifferingEvents(FactsAsOf from, FactsAsOf to) {
    if (!from.agreement().equals(to.agreement())) {
      throw new IllegalArgumentException(
          "expected facts of one agreement, found those of '" + from.agreement().id() + "' and '" + to.agreement().id()
              + "'");
    }
    this.from = from;
    this.to = to;
    int before = from.known().events().size();
    int after = to.known().events().size();
    this.more = before > after ? from.known() : to.known();
    this.knownAtBoth = Math.min(before, after);
  }

  /**
   * An event that counts at one of the points only.
   *
   * <p>What it reverses or restates is looked for where it counts: a withdrawal makes an id free again, so that at the other point
   * something else may have it.
   *
   * @param because the event that makes the difference: the same one, or the withdrawal that took it back
   * @param where what is known at the point at which the event counts
   */
  public record Found(Recorded event, Recorded because, KnownFacts where) {

    /** The payment that the event reverses, given the reversal that it is. */
    public KnownPayment reversed(Reversal reversal) {
      return where.payments().named(reversal.payment())
          .orElseThrow(() -> new IllegalStateException("expected a payment '" + reversal.payment() + "'"));
    }

    /** The report that the event restates, given the restatement that it is. */
    public KnownReport restated(Restatement restatement) {
      return where.reports().named(restatement.id())
          .orElseThrow(() -> new IllegalStateException("expected a restatement '" + restatement.id() + "'"));
    }
  }

  /**
   * The events that count at one of the points only, in order of recording.
   *
   * @throws IllegalArgumentException when the two are not about one agreement
   */
  public static List<Found> between(FactsAsOf from, FactsAsOf to) {
    DifferingEvents apart = new DifferingEvents(from, to);
    return apart.among(apart.more.events());
  }

  /**
   * The events of the sequences that count at one of the points only, in their order. Each is known at one of the points.
   *
   * @throws IllegalArgumentException when the two are not about one agreement
   */
  public static List<Found> among(Collection<Long> sequences, FactsAsOf from, FactsAsOf to) {
    DifferingEvents apart = new DifferingEvents(from, to);
    return apart.among(sequences.stream().map(sequence -> apart.more.events().get(Math.toIntExact(sequence))).toList());
  }

  private List<Found> among(List<Recorded> events) {
    List<Found> found = new ArrayList<>();
    for (Recorded event : events) {
      boolean isBefore = counts(event, from);
      if (isBefore != counts(event, to)) {
        KnownFacts where = (isBefore ? from : to).known();
        found.add(new Found(event, more.events().get(Math.toIntExact(causeOf(event))), where));
      }
    }
    return found;
  }

  private static boolean counts(Recorded event, FactsAsOf facts) {
    return event.sequence() < facts.known().events().size()
        && facts.known().withdrawnBy(event.sequence()).isEmpty()
        && dateOf(event.fact(), facts.known()).filter(date -> date.isAfter(facts.effectiveOn())).isEmpty();
  }

  /**
   * The day from which a fact counts that stands. A withdrawal has none, because it counts only through the fact that it takes back.
   */
  private static Optional<LocalDate> dateOf(Fact fact, KnownFacts known) {
    if (fact instanceof Restatement restatement) {
      // By its own id, which nothing else has while it stands.
      return known.reports().named(restatement.id()).map(report -> report.days().last());
    }
    return fact instanceof Withdrawal ? Optional.of(LocalDate.MAX) : fact.effectiveOn();
  }

  private long causeOf(Recorded event) {
    Optional<Long> before = from.known().withdrawnBy(event.sequence());
    Optional<Long> after = to.known().withdrawnBy(event.sequence());
    boolean isWithdrawnBetween = event.sequence() < knownAtBoth && before.isPresent() != after.isPresent();
    return isWithdrawnBetween ? before.or(() -> after).orElseThrow() : event.sequence();
  }
}
