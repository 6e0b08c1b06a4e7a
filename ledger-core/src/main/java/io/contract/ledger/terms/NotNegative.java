package io.contract.ledger.terms;

import io.contract.ledger.money.Money;
import java.math.BigDecimal;

/** Checks that a figure of terms is zero or above. */
final class NotNegative {

  private NotNegative() {}

  static void rate(BigDecimal rate) {
    if (rate.signum() < 0) {
      throw new IllegalArgumentException("expected a rate of 0 or more, found " + rate.toPlainString());
    }
  }

  static void amount(Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("expected an amount of 0 or more, found " + amount.toPlainString());
    }
  }
}
