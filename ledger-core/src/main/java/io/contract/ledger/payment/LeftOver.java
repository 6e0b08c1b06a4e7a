package io.contract.ledger.payment;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What payments left over: credit that is unapplied until something is open that it can settle. Immutable, so that a copy costs
 * nothing.
 *
 * @param byPayment the payments of which something is left, in the order in which they settle
 * @param sum what is left of all
 */
record LeftOver(PSortedMap<Allocation.Source.ByPayment, Money> byPayment, Money sum) {

  /** Nothing has been paid yet. */
  static LeftOver nothing(Currency currency) {
    return new LeftOver(TreePMap.empty(), Money.zero(currency));
  }

  /** What is left of the payment. */
  Money of(Allocation.Source.ByPayment payment) {
    return byPayment.getOrDefault(payment, Money.zero(sum.currency()));
  }

  /** The amount more is left of the payment, or less where it is below zero. */
  LeftOver plus(Allocation.Source.ByPayment payment, Money amount) {
    Money left = of(payment).plus(amount);
    return new LeftOver(
        left.isZero() ? byPayment.minus(payment) : byPayment.plus(payment, left), sum.plus(amount));
  }
}
