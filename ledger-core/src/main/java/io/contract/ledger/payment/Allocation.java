package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;

/**
 * A slice of principal that something settled.
 *
 * @param source what settled it
 * @param on the day it settled: a payment's value date, or the day later accrual met the credit
 * @param amount above zero
 */
public record Allocation(Source source, LocalDate on, Money amount) {

  /** What principal is settled by. */
  public sealed interface Source {

    /** A payment, by the number of its event. */
    record ByPayment(long sequence) implements Source {}

    /** The credit of a period whose share is below zero. */
    record ByCreditOf(Claim claim) implements Source {}
  }
}
