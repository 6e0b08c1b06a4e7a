package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

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

  /** The same with the rates that the index of its claims is fixed at. */
  BookContents fixed(UnaryOperator<RateSteps> rates) {
    return new BookContents(claims.fixed(rates), leftOver, paid);
  }

  /** The same, when the book has become that one on the day. */
  BookContents in(Book book, LocalDate day) {
    Claims moved = Claims.none(paid.currency());
    for (ClaimState state : claims.states().values()) {
      Budget.step();
      moved = moved.with(state.runTo(day).in(book));
    }
    return new BookContents(moved, leftOver, paid);
  }

  /**
   * What is in both, which have become one book on the day. Claims of one period are one, in which credit of the one makes up for what is
   * open of the other.
   */
  BookContents joined(BookContents other, LocalDate day) {
    Claims all = claims;
    for (ClaimState state : other.claims.states().values()) {
      Budget.step();
      ClaimState known = all.states().get(state.claim());
      all =
          known == null
              ? all.with(state)
              : all.without(known.claim()).with(known.joined(state, day).madeUp());
    }
    LeftOver left = leftOver;
    for (Map.Entry<Allocation.Source.ByPayment, Money> payment : other.leftOver.byPayment().entrySet()) {
      left = left.plus(payment.getKey(), payment.getValue());
    }
    return new BookContents(all, left, paid.plus(other.paid));
  }

  /** Credit not applied to anything: what payments left over and what periods are below zero. */
  Money credit() {
    return leftOver.sum().plus(claims.unusedCredit());
  }
}
