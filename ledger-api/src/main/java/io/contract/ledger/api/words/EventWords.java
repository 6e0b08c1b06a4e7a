package io.contract.ledger.api.words;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fixing;
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
import java.math.BigDecimal;

/** Describes an event in a few words: it is the reason beside an adjustment. */
public final class EventWords {

  private EventWords() {}

  /** The words, such as {@code report q1 restated to 900.00}. */
  public static String of(Recorded event) {
    return switch (event.fact()) {
      case AgreementExecution _ -> "the agreement was executed";
      case AmendmentExecution(var amendment, _) ->
        "amendment " + amendment.number() + ", " + amendment.title() + ", effective " + amendment.effectiveOn();
      case RevenueReport report ->
        "report " + report.id() + " of " + report.stream() + ", " + report.days() + ": " + amount(report.amount());
      case Restatement restatement ->
        "report " + restatement.restates() + " restated to " + amount(restatement.amount());
      case Payment payment ->
        "payment " + payment.id() + " of " + amount(payment.amount())
            + (payment.period() == null ? "" : " for " + payment.period()) + ", valued " + payment.valueOn();
      case Reversal reversal ->
        "payment " + reversal.payment() + " reversed on " + reversal.on() + ": " + reversal.reason();
      case Waiver waiver -> "waiver " + (waiver.of() == Waiver.Of.INTEREST ? "of interest " : "") + "by " + waiver.by()
          + " on " + waiver.on();
      case Discharge discharge -> "duty discharged on " + discharge.on();
      case Milestone milestone ->
        "milestone " + milestone.id() + " attested for " + milestone.on();
      case Launch launch -> "launch of " + launch.product() + " on " + launch.on();
      case SupportDecline decline ->
        "support of " + decline.product() + " declined on " + decline.on();
      case StatementIssue statement ->
        "another statement, of " + statement.period() + ", issued on " + statement.issuedOn();
      case SettledReading reading ->
        reading.parameter().slug() + " read as " + reading.value() + ", settled by " + reading.by();
      case BroughtForward balance -> "balance brought forward on " + balance.on();
      case Fixing fixing -> fixing.index() + " fixed at " + fixing.rate().toPlainString() + " from " + fixing.from();
      case Withdrawal withdrawal ->
        "event " + withdrawal.sequence() + " withdrawn: " + withdrawal.reason();
    };
  }

  private static String amount(BigDecimal amount) {
    return AmountWords.apart(amount.toPlainString());
  }
}
