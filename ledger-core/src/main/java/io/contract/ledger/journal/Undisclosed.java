package io.contract.ledger.journal;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Books a clause whose rate is not disclosed. What accrued is unknown, and so is what payments settle. What was paid is known, and
 * is held in suspense.
 */
final class Undisclosed {

  private Undisclosed() {}

  static List<Entry> entries(FactsAsOf facts, ClauseHistory clause, ShareBook share) {
    List<Entry> entries = new ArrayList<>();
    LocalDate first = clause.firstDay().orElse(LocalDate.MAX);
    if (first.isAfter(facts.effectiveOn())) {
      return entries;
    }
    facts.known().payments().on(clause.id())
        .filter(
            known -> clause.bookOf(known.payment().fact().book(), known.payment().fact().valueOn(), facts.effectiveOn())
                .equals(share.book()))
        .filter(known -> !known.payment().fact().valueOn().isAfter(facts.effectiveOn()))
        .forEach(known -> book(facts, share, first, known, entries));
    return entries;
  }

  private static void book(
      FactsAsOf facts, ShareBook share, LocalDate first, KnownPayment known, List<Entry> entries) {
    Payment payment = known.payment().fact();
    LocalDate on = payment.valueOn().isBefore(first) ? first : payment.valueOn();
    Known<Reversal> reversal = known.reversal();
    if (reversal != null && !reversal.fact().on().isAfter(on)) {
      return;
    }
    Currency currency = facts.agreement().currency();
    Draft come =
        new Draft(on, Entry.Kind.PAYMENT, share.clause(), "Payment " + payment.id() + ", in suspense")
            .causedBy(known.payment().sequence())
            .note("reference", payment.backing().reference());
    post(come, share, payment, currency, false).entry().ifPresent(entries::add);
    if (reversal != null && !reversal.fact().on().isAfter(facts.effectiveOn())) {
      Draft gone =
          new Draft(reversal.fact().on(), Entry.Kind.REVERSAL, share.clause(), "Reversal of payment " + payment.id())
              .causedBy(known.payment().sequence())
              .causedBy(reversal.sequence())
              .note("reason", reversal.fact().reason());
      post(gone, share, payment, currency, true).entry().ifPresent(entries::add);
    }
  }

  private static Draft post(Draft draft, ShareBook share, Payment payment, Currency currency, boolean goes) {
    Money cash = Paid.cash(payment, currency);
    Money withheld = Paid.withheld(payment, currency);
    Money sum = cash.plus(withheld);
    return draft
        .debit(Account.of(share, Role.CASH), goes ? cash.negated() : cash)
        .debit(Account.of(share, Role.WITHHOLDING_TAX), goes ? withheld.negated() : withheld)
        .credit(Account.of(share, Role.SUSPENSE), goes ? sum.negated() : sum);
  }

  static SequencedMap<Account, Money> balances(FactsAsOf facts, ClauseHistory clause, ShareBook share) {
    SequencedMap<Account, Money> balances = new LinkedHashMap<>();
    Money paid = Balances.paid(facts, clause, share, facts.agreement().currency(), balances);
    Balances.add(balances, Account.of(share, Role.SUSPENSE), paid.negated());
    return balances;
  }
}
