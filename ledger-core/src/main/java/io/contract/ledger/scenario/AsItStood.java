package io.contract.ledger.scenario;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.Withdrawal;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.terms.Backing;
import java.time.LocalDate;

/**
 * What a forecast stands on: of what is known, the terms, and what has come by the day (domain page, sections 3 and 9). A report, a
 * payment or another happening dated later is left out, as if it had been withdrawn; an amendment agreed for later counts from its
 * date, because who looks ahead knows it.
 *
 * <p>Example: a forecast made on 2021-06-30 assumes the revenue of July, also where July has been reported since.
 */
final class AsItStood {

  private static final String REASON = "still to come";

  private AsItStood() {}

  /** What is known, less what is still to come on the day. */
  static KnownFacts on(KnownFacts known, LocalDate day) {
    KnownFacts rest = known;
    for (Recorded recorded : known.events()) {
      if (isStillToCome(recorded.event(), day) && rest.withdrawnBy(recorded.sequence()).isEmpty()) {
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
            new AgreementEvent.FactWithdrawn(new Withdrawal(sequence, REASON, Backing.NONE))));
  }

  private static boolean isStillToCome(AgreementEvent event, LocalDate day) {
    return switch (event) {
      case AgreementEvent.RevenueReported e -> e.report().through().isAfter(day);
      case AgreementEvent.PaymentRecorded e -> e.payment().valueOn().isAfter(day);
      case AgreementEvent.PaymentReversed e -> e.reversal().on().isAfter(day);
      case AgreementEvent.ObligationWaived e -> e.waiver().on().isAfter(day);
      case AgreementEvent.DutyDischarged e -> e.discharge().on().isAfter(day);
      case AgreementEvent.MilestoneAttested e -> e.milestone().on().isAfter(day);
      case AgreementEvent.ProductLaunched e -> e.launch().on().isAfter(day);
      case AgreementEvent.SupportDeclined e -> e.decline().on().isAfter(day);
      case AgreementEvent.BalanceBroughtForward e -> e.balance().on().isAfter(day);
      case AgreementEvent.AgreementExecuted ignored -> false;
      case AgreementEvent.AmendmentExecuted ignored -> false;
      case AgreementEvent.ReadingSettled ignored -> false;
      // It moves no figure, and cannot be withdrawn.
      case AgreementEvent.StatementIssued ignored -> false;
      // It has no day of its own and goes with its report.
      case AgreementEvent.RevenueRestated ignored -> false;
      case AgreementEvent.FactWithdrawn ignored -> false;
    };
  }
}
