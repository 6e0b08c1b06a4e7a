package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A slice of principal, or of interest, that something settled.
 *
 * @param source what settled it
 * @param on the day it settled: a payment's value date, or the day later accrual met the credit
 * @param amount above zero
 */
public record Allocation(Source source, LocalDate on, Money amount) implements InterestPiece.End {

  /** The same allocation, when the book in which it settled something has become that one. */
  Allocation in(Book book) {
    return source instanceof Source.ByCreditOf(var giver)
        ? new Allocation(new Source.ByCreditOf(giver.in(book)), on, amount)
        : this;
  }

  /** What settles principal or interest. */
  public sealed interface Source {

    /**
     * A payment, or the settled amount of a balance brought forward. Ordered by value date and the number of the event, which is
     * the order in which payments settle.
     *
     * @param interestFirst whether it settles interest before principal
     * @param period the name of the claim that it settles first, on its value date; null for the oldest due date
     */
    record ByPayment(LocalDate valueOn, long sequence, boolean interestFirst, @Nullable String period)
        implements Source, Comparable<ByPayment> {
      private static final Comparator<ByPayment> ORDER =
          Comparator.comparing(ByPayment::valueOn).thenComparingLong(ByPayment::sequence);

      /** Whether it is for the claim of that name. */
      boolean isFor(Claim claim) {
        return claim.name().equals(period);
      }

      @Override
      public int compareTo(ByPayment other) {
        return ORDER.compare(this, other);
      }
    }

    /** The credit of a period whose share went below zero. */
    record ByCreditOf(Claim claim) implements Source {}
  }

  /** Whether a payment settled so what it names, before anything else. */
  public boolean isOfNamed(Claim claim) {
    return source instanceof Source.ByPayment payment && payment.isFor(claim) && payment.valueOn().equals(on);
  }
}
