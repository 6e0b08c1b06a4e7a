package io.contract.ledger.payment;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;

/**
 * What is in one book. Immutable, so that a copy costs nothing.
 *
 * @param claims how its claims stand
 * @param leftOver what payments left over
 * @param paid everything paid, settled with it or not
 */
record BookContents(Claims claims, LeftOver leftOver, Money paid) {

  /** Nothing has happened in it yet. */
  static BookContents nothing(Currency currency) {
    return new BookContents(Claims.none(currency), LeftOver.nothing(currency), Money.zero(currency));
  }

  BookContents with(ClaimState state) {
    return new BookContents(claims.with(state), leftOver, paid);
  }

  /** With the claim dated, which was in it without a due date. */
  BookContents dated(ClaimState before, ClaimState after) {
    return new BookContents(claims.without(before.claim()).with(after), leftOver, paid);
  }

  /** With the amount more left of the payment, or less where it is below zero. */
  BookContents leaving(Allocation.Source.ByPayment payment, Money amount) {
    return new BookContents(claims, leftOver.plus(payment, amount), paid);
  }

  BookContents paying(Money amount) {
    return new BookContents(claims, leftOver, paid.plus(amount));
  }

  /** Credit not applied to anything: what payments left over and what periods are below zero. */
  Money credit() {
    return leftOver.sum().plus(claims.unusedCredit());
  }
}
