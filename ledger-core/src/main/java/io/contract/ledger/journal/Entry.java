package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
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
 * @param period the period that it is about; empty when there is none, or more than one
 * @param events numbers of the events that caused it, ascending
 * @param notes further details, such as the bank's reference
 * @param postings none of them zero
 */
public record Entry(
    LocalDate on,
    Kind kind,
    ClauseId clause,
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
    /** A payment was reversed or no longer counts. */
    REVERSAL,
    /** The payee gave something up, or a waiver no longer counts as before. */
    WAIVER,
    /** Money was paid, and settled what was open. */
    PAYMENT,
    /** A party took the place of another, in what is open and in credit. */
    SUCCESSION,
    /** Credit settled something, or what a payment or credit had settled changed. */
    SETTLEMENT
  }

  /** A further detail of an entry. */
  public record Note(String name, String text) {}

  /**
   * Checks that the postings sum to zero.
   *
   * @throws IllegalStateException when they do not
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
