package io.contract.ledger.journal;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.ClauseHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The balances of a book's accounts, taken from its position and not from the entries: as if all of it had always been in that book. */
final class Balances {

  private Balances() {}

  /**
   * The balances that are not zero, of every period and of the clause.
   *
   * @throws IllegalStateException when cash, tax and the settled balance brought forward do not sum to what the position states as
   *     paid
   */
  static SequencedMap<Account, Money> of(FactsAsOf facts, ClauseHistory clause, Workings workings) {
    ShareBook share = new ShareBook(clause.id(), workings.position().book());
    SequencedMap<Account, Money> balances = new LinkedHashMap<>();
    Money interestWaived = Money.zero(facts.agreement().currency());
    for (Workings.Row of : workings.rows()) {
      PeriodRow row = of.row();
      String period = row.period();
      // So far as it is known: what is not is booked once it is.
      Money interest = of.state().interestOpen();
      interestWaived = interestWaived.plus(of.state().interest().waived());
      add(balances, Account.of(share, Role.CLAIM, period), figure(row.figures(), Figure.OUTSTANDING));
      add(balances, Accruals.accrued(share, clause.isOfFixedSums(), period),
          figure(row.figures(), Figure.ACCRUED).negated());
      add(balances, Account.of(share, Role.INTEREST_CLAIM, period), interest);
      add(
          balances,
          Account.of(share, Role.INTEREST, period),
          interest
              .plus(of.state().interest().settled())
              .plus(of.state().interest().waived())
              .negated());
    }
    Figures figures = workings.position().figures();
    add(balances, Account.of(share, Role.WAIVED), figure(figures, Figure.WAIVED));
    add(balances, Account.of(share, Role.INTEREST_WAIVED), interestWaived);
    add(balances, Account.of(share, Role.CREDIT), figure(figures, Figure.CREDIT).negated());
    money(facts, clause, share, figure(figures, Figure.PAID), balances);
    return balances;
  }

  private static void money(
      FactsAsOf facts, ClauseHistory clause, ShareBook share, Money paid, SequencedMap<Account, Money> balances) {
    Currency currency = paid.currency();
    Money before =
        broughtForward(facts, clause)
            .filter(
                balance -> clause.bookOn(balance.fact().on(), facts.effectiveOn()).equals(Optional.of(share.book())))
            .map(balance -> new Money(currency, balance.fact().settled()))
            .reduce(Money.zero(currency), Money::plus);
    Money sum = paid(facts, clause, share, currency, balances).plus(before);
    add(balances, Account.of(share, Role.OPENING_SETTLED), before);
    if (!sum.equals(paid)) {
      throw new IllegalStateException("expected payments of " + paid + " on '" + clause.id() + "', found " + sum);
    }
  }

  /** Adds the payments in the book that are not reversed, cash and tax apart, and returns their sum. */
  static Money paid(
      FactsAsOf facts, ClauseHistory clause, ShareBook share, Currency currency,
      SequencedMap<Account, Money> balances) {
    List<Payment> standing =
        facts.paymentsOn(share.clause()).map(known -> known.payment().fact())
            .filter(
                payment -> clause.bookOf(payment.book(), payment.valueOn(), facts.effectiveOn()).equals(share.book()))
            .toList();
    Money zero = Money.zero(currency);
    Money cash = standing.stream().map(payment -> Paid.cash(payment, currency)).reduce(zero, Money::plus);
    Money withheld = standing.stream().map(payment -> Paid.withheld(payment, currency)).reduce(zero, Money::plus);
    add(balances, Account.of(share, Role.CASH), cash);
    add(balances, Account.of(share, Role.WITHHOLDING_TAX), withheld);
    return cash.plus(withheld);
  }

  /** Once the clause has begun; before that nothing has accrued, and so nothing was settled (domain page, section 11). */
  private static Stream<Known<BroughtForward>> broughtForward(FactsAsOf facts, ClauseHistory clause) {
    return clause.hasBegunBy(facts.effectiveOn()) ? facts.broughtForwardOf(clause.id()).stream() : Stream.empty();
  }

  private static Money figure(Figures figures, Figure figure) {
    return figures.get(figure).orElseThrow();
  }

  static void add(SequencedMap<Account, Money> balances, Account account, Money amount) {
    balances.merge(account, amount, Money::plus);
  }
}
