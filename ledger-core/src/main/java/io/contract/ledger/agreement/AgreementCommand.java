package io.contract.ledger.agreement;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Launch;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.SupportDecline;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;

/** What can be asked of an agreement: to record one fact. The event has the same verb in the past tense. */
public sealed interface AgreementCommand {

  /** → {@code AgreementExecuted}. */
  record ExecuteAgreement(ExecutedAgreement agreement) implements AgreementCommand {}

  /** → {@code AmendmentExecuted}. */
  record ExecuteAmendment(Amendment amendment) implements AgreementCommand {}

  /** → {@code RevenueReported}. */
  record ReportRevenue(RevenueReport report) implements AgreementCommand {}

  /** → {@code RevenueRestated}. */
  record RestateRevenue(Restatement restatement) implements AgreementCommand {}

  /** → {@code PaymentRecorded}. */
  record RecordPayment(Payment payment) implements AgreementCommand {}

  /** → {@code PaymentReversed}. */
  record ReversePayment(Reversal reversal) implements AgreementCommand {}

  /** → {@code ObligationWaived}. */
  record WaiveObligation(Waiver waiver) implements AgreementCommand {}

  /** → {@code DutyDischarged}. */
  record DischargeDuty(Discharge discharge) implements AgreementCommand {}

  /** → {@code MilestoneAttested}. */
  record AttestMilestone(Milestone milestone) implements AgreementCommand {}

  /** → {@code ProductLaunched}. */
  record LaunchProduct(Launch launch) implements AgreementCommand {}

  /** → {@code SupportDeclined}. */
  record DeclineSupport(SupportDecline decline) implements AgreementCommand {}

  /** → {@code StatementIssued}. */
  record IssueStatement(StatementIssue statement) implements AgreementCommand {}

  /** → {@code ReadingSettled}. */
  record SettleReading(SettledReading reading) implements AgreementCommand {}

  /** → {@code BalanceBroughtForward}. */
  record BringBalanceForward(BroughtForward balance) implements AgreementCommand {}

  /** → {@code FactWithdrawn}. */
  record WithdrawFact(Withdrawal withdrawal) implements AgreementCommand {}
}
