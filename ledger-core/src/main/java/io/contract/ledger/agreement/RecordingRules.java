package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.Optional;

/** What facts under a recorded agreement are held to (domain page, section 6, refusals). */
record RecordingRules(Recording recording) {

  void judge(Fact fact) {
    switch (fact) {
      case AmendmentExecution(var amendment, _) -> amendment(amendment);
      case RevenueReport report -> report(report);
      case Restatement restatement -> restatement(restatement);
      case Payment payment -> new PaymentRules(recording).payment(payment);
      case Reversal reversal -> new PaymentRules(recording).reversal(reversal);
      case Waiver waiver -> new ReleaseRules(recording).waiver(waiver);
      case Discharge discharge -> new ReleaseRules(recording).discharge(discharge);
      case Milestone milestone -> unusedAndPast(milestone, milestone.on());
      case Launch launch -> unusedAndPast(launch, launch.on());
      case SupportDecline decline -> {
        recording.violations().party("/provider", decline.provider(), recording.agreement().partyIds());
        unusedAndPast(decline, decline.on());
      }
      case StatementIssue statement -> new StatementRules(recording).statement(statement);
      case BroughtForward balance -> new StatementRules(recording).balance(balance);
      case SettledReading reading -> new ReadingRules(recording).reading(reading);
      case Withdrawal withdrawal -> withdrawal(withdrawal);
      case AgreementExecution _ ->
        throw new IllegalArgumentException("expected a fact under an agreement, found " + fact);
    }
  }

  private void unusedAndPast(Fact fact, LocalDate on) {
    recording.unusedId(fact);
    recording.violations().notInFuture("/on", on, recording.today());
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
    if (!recording.facts().isReported(restatement.restates())) {
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
    if (recorded.filter(r -> r.fact().canBeWithdrawn()).isEmpty()) {
      recording.violations().add(
          "/sequence",
          Code.UNKNOWN_FACT,
          recorded
              .map(r -> "event " + withdrawal.sequence() + " is " + r.kind().type() + ", which cannot be withdrawn")
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
