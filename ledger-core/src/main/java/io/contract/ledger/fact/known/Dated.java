package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Fact;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A place in the order of business days and, within a day, of recording. Payments settle in this order (domain page, section 5).
 */
record Dated(LocalDate on, long sequence) implements Comparable<Dated> {

  private static final Comparator<Dated> ORDER =
      Comparator.comparing(Dated::on).thenComparingLong(Dated::sequence);

  /**
   * The place of the fact.
   *
   * @throws IllegalStateException when the fact has no business day
   */
  static Dated of(Known<? extends Fact> known) {
    LocalDate day =
        known.fact().effectiveOn()
            .orElseThrow(() -> new IllegalStateException("expected a fact with a business day, found " + known));
    return new Dated(day, known.sequence());
  }

  /** The place before every fact of the day. */
  static Dated startOf(LocalDate day) {
    return new Dated(day, Long.MIN_VALUE);
  }

  /** The place after every fact of the day. */
  static Dated endOf(LocalDate day) {
    return new Dated(day, Long.MAX_VALUE);
  }

  @Override
  public int compareTo(Dated other) {
    return ORDER.compare(this, other);
  }
}
