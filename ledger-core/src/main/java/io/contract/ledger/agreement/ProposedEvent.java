package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Exchange;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.Waiver;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The event that a command asks for, in the form in which it would be stored: amounts with the currency's decimals, and no
 * currency where it is the agreement's.
 */
final class ProposedEvent {

  private ProposedEvent() {}

  static AgreementEvent of(Agreement state, AgreementCommand command) {
    return switch (command) {
      case AgreementCommand.ExecuteAgreement c ->
        new AgreementEvent.AgreementExecuted(c.agreement());
      case AgreementCommand.ExecuteAmendment c ->
        new AgreementEvent.AmendmentExecuted(c.amendment());
      case AgreementCommand.ReportRevenue c ->
        new AgreementEvent.RevenueReported(stored(c.report(), currency(state)));
      case AgreementCommand.RestateRevenue c ->
        new AgreementEvent.RevenueRestated(stored(c.restatement(), currency(state)));
      case AgreementCommand.RecordPayment c ->
        new AgreementEvent.PaymentRecorded(stored(c.payment(), currency(state)));
      case AgreementCommand.ReversePayment c -> new AgreementEvent.PaymentReversed(c.reversal());
      case AgreementCommand.WaiveObligation c ->
        new AgreementEvent.ObligationWaived(stored(c.waiver(), currency(state)));
      case AgreementCommand.DischargeDuty c -> new AgreementEvent.DutyDischarged(c.discharge());
      case AgreementCommand.AttestMilestone c ->
        new AgreementEvent.MilestoneAttested(c.milestone());
      case AgreementCommand.LaunchProduct c -> new AgreementEvent.ProductLaunched(c.launch());
      case AgreementCommand.DeclineSupport c -> new AgreementEvent.SupportDeclined(c.decline());
      case AgreementCommand.IssueStatement c -> new AgreementEvent.StatementIssued(c.statement());
      case AgreementCommand.SettleReading c -> new AgreementEvent.ReadingSettled(c.reading());
      case AgreementCommand.BringBalanceForward c ->
        new AgreementEvent.BalanceBroughtForward(stored(c.balance(), currency(state)));
      case AgreementCommand.WithdrawFact c -> new AgreementEvent.FactWithdrawn(c.withdrawal());
    };
  }

  private static RevenueReport stored(RevenueReport r, Currency currency) {
    return new RevenueReport(
        r.id(),
        r.stream(),
        r.from(),
        r.through(),
        scaled(r.amount(), stated(r.exchange(), currency)),
        foreign(r.exchange(), currency),
        r.backing());
  }

  private static Restatement stored(Restatement r, Currency currency) {
    return new Restatement(
        r.id(),
        r.restates(),
        scaled(r.amount(), stated(r.exchange(), currency)),
        foreign(r.exchange(), currency),
        r.backing());
  }

  private static Payment stored(Payment p, Currency currency) {
    return new Payment(
        p.id(),
        p.clause(),
        p.payer(),
        p.payee(),
        scaled(p.amount(), stated(p.exchange(), currency)),
        scaled(p.withheld(), stated(p.exchange(), currency)),
        foreign(p.exchange(), currency),
        p.valueOn(),
        p.backing());
  }

  private static Waiver stored(Waiver w, Currency currency) {
    return new Waiver(
        w.id(),
        w.clause(),
        w.period(),
        w.amount() == null ? null : scaled(w.amount(), currency),
        foreign(w.currency(), currency),
        w.on(),
        w.by(),
        w.backing());
  }

  private static BroughtForward stored(BroughtForward b, Currency currency) {
    return new BroughtForward(
        b.id(),
        b.clause(),
        b.on(),
        scaled(b.accrued(), currency),
        scaled(b.settled(), currency),
        foreign(b.currency(), currency),
        b.backing());
  }

  /** The currency in which amounts are stated. */
  private static Currency stated(Exchange exchange, Currency agreed) {
    return exchange.currency() == null ? agreed : Currency.getInstance(exchange.currency());
  }

  private static Exchange foreign(Exchange exchange, Currency agreed) {
    return new Exchange(foreign(exchange.currency(), agreed), exchange.fxRate());
  }

  /** The amount with the currency's decimals; unchanged when it has more, which is refused. */
  private static BigDecimal scaled(BigDecimal amount, Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    return amount.stripTrailingZeros().scale() > decimals ? amount : amount.setScale(decimals);
  }

  private static @Nullable String foreign(@Nullable String given, Currency currency) {
    return currency.getCurrencyCode().equals(given) ? null : given;
  }

  private static Currency currency(Agreement state) {
    return state.executed().currency();
  }
}
