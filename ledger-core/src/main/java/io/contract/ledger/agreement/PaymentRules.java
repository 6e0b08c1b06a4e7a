package io.contract.ledger.agreement;

import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.known.KnownPayment;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.Code;
import java.util.Currency;
import java.util.Optional;

/** What payments and their reversals are held to. */
record PaymentRules(Recording recording) {

  void payment(Payment payment) {
    recording.violations().party("/payer", payment.payer(), recording.agreement().partyIds());
    recording.violations().party("/payee", payment.payee(), recording.agreement().partyIds());
    recording.clause(payment.clause())
        .ifPresent(
            clause -> {
              if (clause.governing(payment.valueOn()).clause() instanceof Clause.RevenueShare share) {
                rightWay(payment, share);
              } else {
                recording.wrongKind(payment.clause(), "payments settle revenue shares");
              }
            });
    if (recording.facts().isPaymentIdUsed(payment.id())) {
      recording.usedId("payment", payment.id());
    }
    Currency stated = recording.amount(payment.amount(), payment.exchange());
    recording.violations().precision("/withheld", payment.withheld(), stated);
    recording.violations().positive("/amount", payment.amount());
    countsForSomething(payment);
    if (payment.withheld().signum() < 0) {
      recording.violations().add(
          "/withheld",
          Code.NON_POSITIVE_AMOUNT,
          "must not be below zero, not " + payment.withheld().toPlainString());
    }
    recording.violations().notInFuture("/valueOn", payment.valueOn(), recording.today());
  }

  /** An amount of another currency can be too small to be anything in the agreement's. */
  private void countsForSomething(Payment payment) {
    Currency agreed = recording.agreement().currency();
    if (payment.amount().signum() > 0 && payment.settles(agreed).signum() == 0) {
      recording.violations().add("/amount", Code.NON_POSITIVE_AMOUNT,
          payment.amount().toPlainString() + " " + payment.exchange().currency() + " counts as nothing in " + agreed);
    }
  }

  private void rightWay(Payment payment, Clause.RevenueShare share) {
    if (!payment.payer().equals(share.payer()) || !payment.payee().equals(share.payee())) {
      recording.violations().add(
          payment.payer().equals(share.payer()) ? "/payee" : "/payer",
          Code.WRONG_PARTIES,
          "on " + payment.valueOn() + " clause '" + share.id() + "' is paid by '" + share.payer()
              + "' to '" + share.payee() + "', not by '" + payment.payer() + "' to '"
              + payment.payee() + "'");
    }
  }

  void reversal(Reversal reversal) {
    Optional<KnownPayment> payment = recording.facts().payment(reversal.payment());
    if (payment.isEmpty()) {
      recording.violations().add(
          "/payment",
          Code.UNKNOWN_PAYMENT,
          "there is no payment '" + reversal.payment() + "' to reverse");
    }
    payment
        .filter(known -> known.reversal() != null)
        .ifPresent(
            known -> recording.violations().add(
                "/payment",
                Code.ALREADY_REVERSED,
                "payment '" + reversal.payment() + "' was reversed on "
                    + known.reversedOn().orElseThrow()));
    payment
        .map(known -> known.payment().fact().valueOn())
        .filter(valueOn -> reversal.on().isBefore(valueOn))
        .ifPresent(
            valueOn -> recording.violations().add(
                "/on",
                Code.INVALID_SPAN,
                "on " + reversal.on() + " is before the payment's value date " + valueOn));
    recording.violations().notInFuture("/on", reversal.on(), recording.today());
  }
}
