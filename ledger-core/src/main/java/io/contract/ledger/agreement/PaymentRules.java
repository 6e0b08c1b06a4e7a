package io.contract.ledger.agreement;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.money.Currency;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules for payments and their reversals. */
record PaymentRules(FactCheck check) {

  void payment(Payment payment) {
    check.violations().party("/payer", payment.payer(), check.partyIds());
    check.violations().party("/payee", payment.payee(), check.partyIds());
    check.clause(payment.clause())
        .ifPresent(
            clause -> {
              if (clause.payableOn(payment.valueOn()).isPresent()) {
                List<Book> books = clause.booksOn(payment.valueOn());
                if (books.contains(payment.book())) {
                  period(payment, clause);
                } else {
                  wrongWay(payment, books);
                }
              } else {
                check.wrongKind(payment.clause(), "payments settle revenue shares and fixed payments");
              }
            });
    if (check.facts().payments().named(payment.id()).isPresent()) {
      check.usedId("payment", payment.id());
    }
    Currency stated = check.amount(payment.amount(), payment.exchange());
    check.violations().precision("/withheld", payment.withheld(), stated);
    check.violations().positive("/amount", payment.amount());
    countsForSomething(payment);
    if (payment.withheld().signum() < 0) {
      check.violations().add(
          "/withheld",
          Code.NON_POSITIVE_AMOUNT,
          "must not be below zero, not " + payment.withheld().toPlainString());
    }
    check.violations().notInFuture("/valueOn", payment.valueOn(), check.today());
  }

  /** Checks that an amount in another currency does not round to zero in the agreement's currency. */
  private void countsForSomething(Payment payment) {
    Currency agreed = check.agreement().currency();
    if (payment.amount().signum() > 0 && payment.settles(agreed).signum() == 0) {
      check.violations().add("/amount", Code.NON_POSITIVE_AMOUNT,
          payment.amount().toPlainString() + " " + payment.exchange().currency() + " counts as nothing in " + agreed);
    }
  }

  /** Checks that what the payment names is in its book by its value date; what is paid ahead names nothing. */
  private void period(Payment payment, ClauseHistory clause) {
    String period = payment.period();
    LocalDate day = payment.valueOn();
    Book book = clause.bookOf(payment.book(), day);
    if (period != null && !clause.of(book, day).hasBegun(period, day)
        && !(period.equals(Claim.BROUGHT_FORWARD) && hasBalance(clause, book, day))) {
      check.noSuchPeriod(clause.id(), period, day);
    }
  }

  private boolean hasBalance(ClauseHistory clause, Book book, LocalDate day) {
    return FactsAsOf.of(check.facts(), day).broughtForwardOf(clause.id()).stream()
        .anyMatch(balance -> clause.bookOn(balance.fact().on(), day).filter(book::equals).isPresent());
  }

  private void wrongWay(Payment payment, List<Book> books) {
    check.violations().add(
        books.stream().map(Book::payer).anyMatch(payment.payer()::equals) ? "/payee" : "/payer",
        Code.WRONG_PARTIES,
        "on " + payment.valueOn() + " clause '" + payment.clause() + "' is paid "
            + FactCheck.words(books) + ", not by '" + payment.payer() + "' to '" + payment.payee() + "'");
  }

  void reversal(Reversal reversal) {
    Optional<KnownPayment> payment = check.facts().payments().named(reversal.payment());
    if (payment.isEmpty()) {
      check.violations().add(
          "/payment",
          Code.UNKNOWN_PAYMENT,
          "there is no payment '" + reversal.payment() + "' to reverse");
    }
    payment
        .filter(known -> known.reversal() != null)
        .ifPresent(
            known -> check.violations().add(
                "/payment",
                Code.ALREADY_REVERSED,
                "payment '" + reversal.payment() + "' was reversed on "
                    + known.reversedOn().orElseThrow()));
    payment
        .map(known -> known.payment().fact().valueOn())
        .filter(valueOn -> reversal.on().isBefore(valueOn))
        .ifPresent(
            valueOn -> check.violations().add(
                "/on",
                Code.INVALID_SPAN,
                "on " + reversal.on() + " is before the payment's value date " + valueOn));
    check.violations().notInFuture("/on", reversal.on(), check.today());
  }
}
