package io.contract.ledger.scenario;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Backing;
import io.contract.ledger.fact.DatedFact;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Fixing;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.KnownFacts;
import java.time.LocalDate;

/**
 * The facts that a forecast is based on: the known terms, and the known facts whose day has come (domain page, sections 3 and 9). A
 * report, a payment or another fact dated later is left out as if it were withdrawn. An amendment agreed for a later day counts
 * from that day, because it is known when the forecast is made.
 *
 * <p>Example: a forecast made on 2021-06-30 assumes the revenue of July, even where July has been reported since.
 */
final class ForecastBasis {

  private static final String REASON = "still to come";

  private ForecastBasis() {}

  /** The known facts without those still to come on the day. */
  static KnownFacts on(KnownFacts known, LocalDate day) {
    KnownFacts rest = known;
    for (Recorded recorded : known.events()) {
      if (isStillToCome(recorded.fact(), day) && rest.withdrawnBy(recorded.sequence()).isEmpty()) {
        rest = without(rest, recorded.sequence());
      }
    }
    return rest;
  }

  private static KnownFacts without(KnownFacts facts, long sequence) {
    return facts.plus(
        new Recorded(
            facts.events().size(),
            Supposed.endOfTime(facts.agreement().orElseThrow()),
            Supposed.BY,
            null,
            new Withdrawal(sequence, REASON, Backing.NONE)));
  }

  private static boolean isStillToCome(Fact fact, LocalDate day) {
    return switch (fact) {
      case RevenueReport _,Payment _,DatedFact _ -> fact.effectiveOn().filter(on -> on.isAfter(day)).isPresent();
      // Terms, readings and rates that take effect later are already known.
      case AgreementExecution _,AmendmentExecution _,SettledReading _,Fixing _ -> false;
      // A statement cannot be withdrawn. What has been stated may give shares their due dates (domain page, section 13).
      case StatementIssue _ -> false;
      // These have no day of their own. A restatement is left out along with its report.
      case Restatement _,Withdrawal _ -> false;
    };
  }
}
