package io.contract.ledger.journal;

import io.contract.ledger.payment.Allocation;

/** The source of what is settled: a payment, or the credit of a period below zero. */
sealed interface Giver {

  /** A payment, by the sequence of its event. */
  record ByPayment(long sequence) implements Giver {}

  /** Credit, by the name of its period. */
  record ByCreditOf(String period) implements Giver {}

  static Giver of(Allocation allocation) {
    return switch (allocation.source()) {
      case Allocation.Source.ByPayment payment -> new ByPayment(payment.sequence());
      case Allocation.Source.ByCreditOf credit -> new ByCreditOf(credit.claim().name());
    };
  }
}
