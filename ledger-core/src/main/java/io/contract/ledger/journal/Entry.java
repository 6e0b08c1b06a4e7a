package io.contract.ledger.journal;

import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened, as postings that sum to zero.
 *
 * <p>Example: 90.00 paid and 10.00 withheld on a claim of 60.00 debit cash 90.00 and withholding tax 10.00, and credit the claim
 * 60.00 and credit 40.00.
 *
 * @param on the business day on which the ledger's answers begin to show it
 * @param period the one period that it is about; empty where there is none, or several
 * @param events numbers of the events that caused it, ascending
 * @param notes what else is known of it, such as the bank's reference
 * @param postings none of them zero
 */
public record Entry(
    LocalDate on,
    Kind kind,
    String clause,
    Optional<String> period,
    String description,
    List<Long> events,
    List<Note> notes,
    List<Posting> postings) {

  /** What happened. */
  public enum Kind {
    /** A line accrued, or a negative one took back. */
    ACCRUAL,
    /** What had accrued before is computed otherwise from that day on: an amendment, a milestone, an overlapping report. */
    ADJUSTMENT,
    /** Late interest ran, or what had run is computed otherwise. */
    INTEREST,
    /** A payment does not stand any more. */
    REVERSAL,
    /** The payee gave something up, or what had been given up is none any more. */
    WAIVER,
    /** Money came, and settled what it could. */
    PAYMENT,
    /** Credit settled something, or what something had settled changed. */
    SETTLEMENT
  }

  /** Something more that is known of an entry. */
  public record Note(String name, String text) {}

  /**
   * Checks that it balances.
   *
   * @throws IllegalStateException when it does not
   */
  public Entry {
    events = List.copyOf(events);
    notes = List.copyOf(notes);
    postings = List.copyOf(postings);
    Money sum = postings.stream().map(Posting::amount).reduce(Money::plus).orElseThrow();
    if (!sum.isZero()) {
      throw new IllegalStateException("expected the postings of '" + description + "' to sum to zero, found " + sum);
    }
  }
}
