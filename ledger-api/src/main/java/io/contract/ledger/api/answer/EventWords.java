package io.contract.ledger.api.answer;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Recorded;
import java.math.BigDecimal;

/** Says in a few words what an event was: the reason beside an adjustment. */
final class EventWords {

  private EventWords() {}

  /** Such as {@code report q1 restated to 900.00}. */
  static String of(Recorded event) {
    return switch (event.event()) {
      case AgreementEvent.AgreementExecuted ignored -> "the agreement was executed";
      case AgreementEvent.AmendmentExecuted(var amendment) ->
        "amendment " + amendment.number() + ", " + amendment.title() + ", effective " + amendment.effectiveOn();
      case AgreementEvent.RevenueReported(var report) ->
        "report " + report.id() + " of " + report.stream() + ", " + report.days() + ": " + amount(report.amount());
      case AgreementEvent.RevenueRestated(var restatement) ->
        "report " + restatement.restates() + " restated to " + amount(restatement.amount());
      case AgreementEvent.PaymentRecorded(var payment) ->
        "payment " + payment.id() + " of " + amount(payment.amount()) + ", valued " + payment.valueOn();
      case AgreementEvent.PaymentReversed(var reversal) ->
        "payment " + reversal.payment() + " reversed on " + reversal.on() + ": " + reversal.reason();
      case AgreementEvent.ObligationWaived(var waiver) -> "waiver by " + waiver.by() + " on " + waiver.on();
      case AgreementEvent.DutyDischarged(var discharge) -> "duty discharged on " + discharge.on();
      case AgreementEvent.MilestoneAttested(var milestone) ->
        "milestone " + milestone.id() + " attested for " + milestone.on();
      case AgreementEvent.ProductLaunched(var launch) -> "launch of " + launch.product() + " on " + launch.on();
      case AgreementEvent.SupportDeclined(var decline) ->
        "support of " + decline.product() + " declined on " + decline.on();
      case AgreementEvent.StatementIssued(var statement) ->
        "another statement, of " + statement.period() + ", issued on " + statement.issuedOn();
      case AgreementEvent.ReadingSettled(var reading) ->
        reading.parameter().slug() + " read as " + reading.value() + ", settled by " + reading.by();
      case AgreementEvent.BalanceBroughtForward(var balance) -> "balance brought forward on " + balance.on();
      case AgreementEvent.FactWithdrawn(var withdrawal) ->
        "event " + withdrawal.sequence() + " withdrawn: " + withdrawal.reason();
    };
  }

  private static String amount(BigDecimal amount) {
    return Plainly.apart(amount.toPlainString());
  }
}
