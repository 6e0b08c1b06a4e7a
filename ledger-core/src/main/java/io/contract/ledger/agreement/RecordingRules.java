package io.contract.ledger.agreement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.fact.KnownFacts;
import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What facts under a recorded agreement are held to (domain page, section 6, refusals). */
final class RecordingRules {

  private final Agreement state;
  private final KnownFacts facts;
  private final ExecutedAgreement agreement;
  private final LocalDate today;
  private final Violations violations = new Violations();

  RecordingRules(Agreement state, Instant recordedAt) {
    this.state = state;
    this.facts = state.facts();
    this.agreement = state.executed();
    this.today = recordedAt.atZone(agreement.timeZone()).toLocalDate();
  }

  List<Violation> violations() {
    return violations.all();
  }

  void judge(AgreementEvent event) {
    switch (event) {
      case AgreementEvent.AmendmentExecuted e -> amendment(e.amendment());
      case AgreementEvent.RevenueReported e -> report(e.report());
      case AgreementEvent.RevenueRestated e -> restatement(e.restatement());
      case AgreementEvent.PaymentRecorded e -> payment(e.payment());
      case AgreementEvent.PaymentReversed e -> reversal(e.reversal());
      case AgreementEvent.ObligationWaived e -> waiver(event, e.waiver());
      case AgreementEvent.DutyDischarged e -> discharge(event, e.discharge());
      case AgreementEvent.MilestoneAttested e -> {
        unusedName(event, e.milestone().id());
        violations.notInFuture("/on", e.milestone().on(), today);
      }
      case AgreementEvent.ProductLaunched e -> {
        unusedName(event, e.launch().id());
        violations.notInFuture("/on", e.launch().on(), today);
      }
      case AgreementEvent.SupportDeclined e -> {
        violations.party("/provider", e.decline().provider(), agreement.partyIds());
        unusedName(event, e.decline().id());
        violations.notInFuture("/on", e.decline().on(), today);
      }
      case AgreementEvent.FactWithdrawn e -> withdrawal(e.withdrawal());
      case AgreementEvent.AgreementExecuted e ->
        throw new IllegalArgumentException("expected a fact under an agreement, found " + e);
    }
  }

  private void amendment(Amendment amendment) {
    if (facts.amendment(amendment.number()).isPresent()) {
      violations.add(
          "/number",
          Code.AMENDMENT_NUMBER_USED,
          "amendment number " + amendment.number() + " is recorded with other content");
    }
    violations.notInFuture("/executedOn", amendment.executedOn(), today);
    TermsRules.judge(state, amendment, violations);
  }

  private void report(RevenueReport report) {
    unusedReportId(report.id());
    amount(report.amount(), report.currency());
    if (report.through().isBefore(report.from())) {
      violations.add(
          "/through",
          Code.INVALID_SPAN,
          "through " + report.through() + " is before from " + report.from());
    } else {
      facts
          .reportWithin(report.stream(), report.from(), report.through())
          .filter(other -> !other.report().fact().id().equals(report.id()))
          .ifPresent(
              other -> violations.add(
                  "/from",
                  Code.OVERLAPPING_REPORT,
                  "report '" + other.report().fact().id() + "' covers " + other.days()
                      + " of " + report.stream() + "; restate it instead"));
    }
    violations.notInFuture("/through", report.through(), today);
  }

  private void restatement(Restatement restatement) {
    boolean isThere =
        facts
            .reportNamed(restatement.restates())
            .filter(
                report -> report.report().fact().id().equals(restatement.restates())
                    || report.restatements().stream()
                        .anyMatch(r -> r.fact().id().equals(restatement.restates())))
            .isPresent();
    if (!isThere) {
      violations.add(
          "/restates",
          Code.UNKNOWN_REPORT,
          "there is no revenue report '" + restatement.restates() + "' to restate");
    }
    unusedReportId(restatement.id());
    amount(restatement.amount(), restatement.currency());
  }

  private void payment(Payment payment) {
    violations.party("/payer", payment.payer(), agreement.partyIds());
    violations.party("/payee", payment.payee(), agreement.partyIds());
    clause(payment.clause())
        .ifPresent(
            clause -> {
              if (clause.governing(payment.valueOn()).clause() instanceof Clause.RevenueShare share) {
                rightWay(payment, share);
              } else {
                wrongKind(payment.clause(), "payments settle revenue shares");
              }
            });
    if (facts.isPaymentIdUsed(payment.id())) {
      usedId("payment", payment.id());
    }
    amount(payment.amount(), payment.currency());
    violations.precision("/withheld", payment.withheld(), agreement.currency());
    violations.positive("/amount", payment.amount());
    if (payment.withheld().signum() < 0) {
      violations.add(
          "/withheld",
          Code.NON_POSITIVE_AMOUNT,
          "must not be below zero, not " + payment.withheld().toPlainString());
    }
    violations.notInFuture("/valueOn", payment.valueOn(), today);
  }

  private void rightWay(Payment payment, Clause.RevenueShare share) {
    if (!payment.payer().equals(share.payer()) || !payment.payee().equals(share.payee())) {
      violations.add(
          payment.payer().equals(share.payer()) ? "/payee" : "/payer",
          Code.WRONG_PARTIES,
          "on " + payment.valueOn() + " clause '" + share.id() + "' is paid by '" + share.payer()
              + "' to '" + share.payee() + "', not by '" + payment.payer() + "' to '"
              + payment.payee() + "'");
    }
  }

  private void reversal(Reversal reversal) {
    Optional<KnownPayment> payment = facts.payment(reversal.payment());
    if (payment.isEmpty()) {
      violations.add(
          "/payment",
          Code.UNKNOWN_PAYMENT,
          "there is no payment '" + reversal.payment() + "' to reverse");
    }
    payment
        .filter(known -> known.reversal() != null)
        .ifPresent(
            known -> violations.add(
                "/payment",
                Code.ALREADY_REVERSED,
                "payment '" + reversal.payment() + "' was reversed on "
                    + known.reversedOn().orElseThrow()));
    payment
        .map(known -> known.payment().fact().valueOn())
        .filter(valueOn -> reversal.on().isBefore(valueOn))
        .ifPresent(
            valueOn -> violations.add(
                "/on",
                Code.INVALID_SPAN,
                "on " + reversal.on() + " is before the payment's value date " + valueOn));
    violations.notInFuture("/on", reversal.on(), today);
  }

  private void waiver(AgreementEvent event, Waiver waiver) {
    violations.party("/by", waiver.by(), agreement.partyIds());
    clause(waiver.clause())
        .ifPresent(
            clause -> {
              switch (clause.governing(waiver.on()).clause()) {
                case Clause.RevenueShare share -> waiverOfShare(waiver, share);
                case Clause.Duty duty -> waiverOfDuty(waiver, clause, duty);
                case Clause.Licence ignored -> cannotBeWaived(waiver);
                case Clause.Designation ignored -> cannotBeWaived(waiver);
                case Clause.FirstShip ignored -> cannotBeWaived(waiver);
                case Clause.Permission ignored -> cannotBeWaived(waiver);
                case Clause.Restriction ignored -> cannotBeWaived(waiver);
                case Clause.Shareholding ignored -> cannotBeWaived(waiver);
                case Clause.PurchaseCommitment ignored -> cannotBeWaived(waiver);
              }
            });
    unusedName(event, waiver.id());
    violations.currency(waiver.currency(), agreement.currency());
    violations.notInFuture("/on", waiver.on(), today);
  }

  private void cannotBeWaived(Waiver waiver) {
    wrongKind(waiver.clause(), "waivers are of revenue shares and duties");
  }

  private void waiverOfShare(Waiver waiver, Clause.RevenueShare share) {
    owedTo(waiver, share.payee());
    BigDecimal amount = waiver.amount();
    if (amount == null) {
      violations.add("/amount", Code.MISSING_FIELD, "a waiver of a revenue share needs 'amount'");
      return;
    }
    violations.precision("/amount", amount, agreement.currency());
    violations.positive("/amount", amount);
    Optional<Position> position =
        PositionCalculator.position(FactsAsOf.of(facts, waiver.on()), waiver.clause());
    String period = waiver.period();
    if (period != null
        && position.stream()
            .flatMap(p -> p.periods().stream())
            .noneMatch(row -> row.period().equals(period))) {
      noSuchPeriod(waiver.clause(), period, waiver.on());
    } else {
      position.ifPresent(p -> notAboveOutstanding(waiver, amount, p));
    }
  }

  /** Where readings differ the largest outstanding counts; where none can be known nothing is too much. */
  private void notAboveOutstanding(Waiver waiver, BigDecimal amount, Position position) {
    List<Optional<Money>> outstanding =
        position.readings().isEmpty()
            ? List.of(outstanding(position.figures(), position.periods(), waiver.period()))
            : position.readings().stream()
                .map(read -> outstanding(read.figures(), read.periods(), waiver.period()))
                .toList();
    if (outstanding.stream().anyMatch(Optional::isEmpty)) {
      return;
    }
    Money largest =
        outstanding.stream().map(Optional::orElseThrow).reduce(Money::max).orElseThrow();
    if (amount.compareTo(largest.amount()) > 0) {
      violations.add(
          "/amount",
          Code.WAIVER_EXCEEDS_OUTSTANDING,
          amount.toPlainString() + " is more than the " + largest.toPlainString()
              + " outstanding on " + waiver.on());
    }
  }

  private static Optional<Money> outstanding(
      Figures figures, List<PeriodRow> periods, @Nullable String period) {
    return period == null
        ? figures.get(Figure.OUTSTANDING)
        : periods.stream()
            .filter(row -> row.period().equals(period))
            .findFirst()
            .flatMap(row -> row.figures().get(Figure.OUTSTANDING));
  }

  private void waiverOfDuty(Waiver waiver, ClauseHistory clause, Clause.Duty duty) {
    owedTo(waiver, duty.obligee());
    if (waiver.amount() != null) {
      violations.add("/amount", Code.INVALID_VALUE, "a waiver of a duty has no 'amount'");
    }
    periodOfDuty(clause, duty, waiver.period(), waiver.on());
  }

  private void owedTo(Waiver waiver, String creditor) {
    if (!waiver.by().equals(creditor)) {
      violations.add(
          "/by",
          Code.WRONG_PARTIES,
          "on " + waiver.on() + " clause '" + waiver.clause() + "' is owed to '" + creditor
              + "', who alone can waive it, not '" + waiver.by() + "'");
    }
  }

  private void discharge(AgreementEvent event, Discharge discharge) {
    violations.party("/by", discharge.by(), agreement.partyIds());
    clause(discharge.clause())
        .ifPresent(
            clause -> {
              if (clause.governing(discharge.on()).clause() instanceof Clause.Duty duty) {
                periodOfDuty(clause, duty, discharge.period(), discharge.on());
              } else {
                wrongKind(discharge.clause(), "discharges are of duties");
              }
            });
    unusedName(event, discharge.id());
    violations.notInFuture("/on", discharge.on(), today);
  }

  private void periodOfDuty(
      ClauseHistory clause, Clause.Duty duty, @Nullable String period, LocalDate on) {
    if (duty.period() != null && period == null) {
      violations.add(
          "/period",
          Code.UNKNOWN_PERIOD,
          "duty '" + duty.id() + "' recurs: say for which period it is");
    }
    if (period != null
        && clause.periodsBegunBy(on).stream().map(Period::name).noneMatch(period::equals)) {
      noSuchPeriod(clause.id(), period, on);
    }
  }

  private void withdrawal(Withdrawal withdrawal) {
    Optional<Recorded> recorded = state.event(withdrawal.sequence());
    boolean canBe =
        recorded
            .filter(
                r -> !(r.event() instanceof AgreementEvent.AgreementExecuted)
                    && !(r.event() instanceof AgreementEvent.FactWithdrawn))
            .isPresent();
    if (!canBe) {
      violations.add(
          "/sequence",
          Code.UNKNOWN_FACT,
          recorded
              .map(r -> "event " + withdrawal.sequence() + " is " + r.event().type() + ", which cannot be withdrawn")
              .orElse("there is no event " + withdrawal.sequence()));
    } else {
      facts
          .withdrawnBy(withdrawal.sequence())
          .ifPresent(
              by -> violations.add(
                  "/sequence",
                  Code.ALREADY_WITHDRAWN,
                  "event " + withdrawal.sequence() + " was withdrawn by event " + by));
    }
  }

  private Optional<ClauseHistory> clause(String id) {
    Optional<ClauseHistory> clause = state.terms().clause(id);
    if (clause.isEmpty()) {
      violations.add("/clause", Code.UNKNOWN_CLAUSE, "there is no clause '" + id + "'");
    }
    return clause;
  }

  private void wrongKind(String clause, String rule) {
    violations.add(
        "/clause",
        Code.WRONG_CLAUSE_KIND,
        "clause '" + clause + "' is a "
            + state.terms().clause(clause).orElseThrow().revisions().getLast().clause().head().kind().slug()
            + " clause; " + rule);
  }

  private void noSuchPeriod(String clause, String period, LocalDate on) {
    violations.add(
        "/period",
        Code.UNKNOWN_PERIOD,
        "clause '" + clause + "' has no period " + period + " begun by " + on);
  }

  private void amount(BigDecimal amount, @Nullable String currency) {
    violations.currency(currency, agreement.currency());
    violations.precision("/amount", amount, agreement.currency());
  }

  private void unusedReportId(String id) {
    if (facts.isReportIdUsed(id)) {
      usedId("report or restatement", id);
    }
  }

  private void unusedName(AgreementEvent event, @Nullable String id) {
    if (id != null && RecordedNames.find(state, event).isPresent()) {
      usedId(event.type(), id);
    }
  }

  private void usedId(String what, String id) {
    violations.add(
        "/id",
        Code.ID_ALREADY_USED,
        "id '" + id + "' is already used by a " + what
            + " with other content, or one that was withdrawn");
  }
}
