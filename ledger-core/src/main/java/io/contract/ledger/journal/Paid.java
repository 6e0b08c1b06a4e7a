package io.contract.ledger.journal;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;

/** A payment's money as it counts, in the agreement's currency. */
final class Paid {

  private Paid() {}

  static Money cash(Payment payment, Currency agreed) {
    return new Money(agreed, payment.exchange().counted(payment.amount(), agreed));
  }

  static Money withheld(Payment payment, Currency agreed) {
    return new Money(agreed, payment.exchange().counted(payment.withheld(), agreed));
  }
}
