package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.value.Code;
import java.util.Optional;

/** What facts under a recorded agreement are held to (domain page, section 6, refusals). */
record RecordingRules(Recording recording) {

  void judge(AgreementEvent event) {
    switch (event) {
      case AgreementEvent.AmendmentExecuted e -> amendment(e.amendment());
      case AgreementEvent.RevenueReported e -> report(e.report());
      case AgreementEvent.RevenueRestated e -> restatement(e.restatement());
      case AgreementEvent.PaymentRecorded e -> new PaymentRules(recording).payment(e.payment());
      case AgreementEvent.PaymentReversed e -> new PaymentRules(recording).reversal(e.reversal());
      case AgreementEvent.ObligationWaived e -> new ReleaseRules(recording).waiver(event, e.waiver());
      case AgreementEvent.DutyDischarged e -> new ReleaseRules(recording).discharge(event, e.discharge());
      case AgreementEvent.MilestoneAttested e -> {
        recording.unusedName(event, e.milestone().id());
        recording.violations().notInFuture("/on", e.milestone().on(), recording.today());
      }
      case AgreementEvent.ProductLaunched e -> {
        recording.unusedName(event, e.launch().id());
        recording.violations().notInFuture("/on", e.launch().on(), recording.today());
      }
      case AgreementEvent.SupportDeclined e -> {
        recording.violations().party("/provider", e.decline().provider(), recording.agreement().partyIds());
        recording.unusedName(event, e.decline().id());
        recording.violations().notInFuture("/on", e.decline().on(), recording.today());
      }
      case AgreementEvent.StatementIssued e -> new StatementRules(recording).statement(e.statement());
      case AgreementEvent.BalanceBroughtForward e -> new StatementRules(recording).balance(event, e.balance());
      case AgreementEvent.ReadingSettled e -> new ReadingRules(recording).reading(event, e.reading());
      case AgreementEvent.FactWithdrawn e -> withdrawal(e.withdrawal());
      case AgreementEvent.AgreementExecuted e ->
        throw new IllegalArgumentException("expected a fact under an agreement, found " + e);
    }
  }

  private void amendment(Amendment amendment) {
    if (recording.facts().amendment(amendment.number()).isPresent()) {
      recording.violations().add(
          "/number",
          Code.AMENDMENT_NUMBER_USED,
          "amendment number " + amendment.number() + " is recorded with other content");
    }
    recording.violations().notInFuture("/executedOn", amendment.executedOn(), recording.today());
    TermsRules.judge(recording.state(), amendment, recording.violations());
  }

  private void report(RevenueReport report) {
    unusedReportId(report.id());
    recording.amount(report.amount(), report.exchange());
    if (report.through().isBefore(report.from())) {
      recording.violations().add(
          "/through",
          Code.INVALID_SPAN,
          "through " + report.through() + " is before from " + report.from());
    } else {
      recording.facts()
          .reportWithin(report.stream(), report.from(), report.through())
          .filter(other -> !other.report().fact().id().equals(report.id()))
          .ifPresent(
              other -> recording.violations().add(
                  "/from",
                  Code.OVERLAPPING_REPORT,
                  "report '" + other.report().fact().id() + "' covers " + other.days()
                      + " of " + report.stream() + "; restate it instead"));
    }
    recording.violations().notInFuture("/through", report.through(), recording.today());
  }

  private void restatement(Restatement restatement) {
    if (RecordedNames.reportOrRestatement(recording.facts(), restatement.restates()).isEmpty()) {
      recording.violations().add(
          "/restates",
          Code.UNKNOWN_REPORT,
          "there is no revenue report '" + restatement.restates() + "' to restate");
    }
    unusedReportId(restatement.id());
    recording.amount(restatement.amount(), restatement.exchange());
  }

  private void withdrawal(Withdrawal withdrawal) {
    Optional<Recorded> recorded = recording.state().event(withdrawal.sequence());
    boolean canBe =
        recorded
            .filter(
                r -> !(r.event() instanceof AgreementEvent.AgreementExecuted)
                    && !(r.event() instanceof AgreementEvent.StatementIssued)
                    && !(r.event() instanceof AgreementEvent.FactWithdrawn))
            .isPresent();
    if (!canBe) {
      recording.violations().add(
          "/sequence",
          Code.UNKNOWN_FACT,
          recorded
              .map(r -> "event " + withdrawal.sequence() + " is " + r.event().type() + ", which cannot be withdrawn")
              .orElse("there is no event " + withdrawal.sequence()));
    } else {
      recording.facts()
          .withdrawnBy(withdrawal.sequence())
          .ifPresent(
              by -> recording.violations().add(
                  "/sequence",
                  Code.ALREADY_WITHDRAWN,
                  "event " + withdrawal.sequence() + " was withdrawn by event " + by));
    }
  }

  private void unusedReportId(String id) {
    if (recording.facts().isReportIdUsed(id)) {
      recording.usedId("report or restatement", id);
    }
  }

}
