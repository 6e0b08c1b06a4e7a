package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Discharge;
import io.contract.ledger.fact.Fact;
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
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules for facts under a recorded agreement (domain page, section 6, refusals). */
record FactRules(FactCheck check) {

  void judge(Fact fact) {
    switch (fact) {
      case AmendmentExecution(var amendment, _) -> amendment(amendment);
      case RevenueReport report -> new ReportRules(check).report(report);
      case Restatement restatement -> new ReportRules(check).restatement(restatement);
      case Payment payment -> new PaymentRules(check).payment(payment);
      case Reversal reversal -> new PaymentRules(check).reversal(reversal);
      case Waiver waiver -> new ReleaseRules(check).waiver(waiver);
      case Discharge discharge -> new ReleaseRules(check).discharge(discharge);
      case Milestone milestone -> unusedAndPast(milestone, milestone.on());
      case Launch launch -> unusedAndPast(launch, launch.on());
      case SupportDecline decline -> {
        check.violations().party("/provider", decline.provider(), check.partyIds());
        unusedAndPast(decline, decline.on());
      }
      case StatementIssue statement -> new StatementRules(check).statement(statement);
      case BroughtForward balance -> new StatementRules(check).balance(balance);
      case SettledReading reading -> new ReadingRules(check).reading(reading);
      case Fixing fixing -> check.unusedId(fixing);
      case Withdrawal withdrawal -> withdrawal(withdrawal);
      case AgreementExecution _ ->
        throw new IllegalArgumentException("expected a fact under an agreement, found " + fact);
    }
  }

  private void unusedAndPast(Fact fact, LocalDate on) {
    check.unusedId(fact);
    check.violations().notInFuture("/on", on, check.today());
  }

  private void amendment(Amendment amendment) {
    if (check.facts().amendment(amendment.number()).isPresent()) {
      check.violations().add(
          "/number",
          Code.AMENDMENT_NUMBER_USED,
          "amendment number " + amendment.number() + " is recorded with other content");
    }
    check.violations().notInFuture("/executedOn", amendment.executedOn(), check.today());
    TermsRules.judge(check.state(), amendment, check.violations());
  }

  private void withdrawal(Withdrawal withdrawal) {
    if (withdrawal.named().isEmpty()) {
      check.violations().add(
          "/sequence", Code.MISSING_FIELD,
          "a withdrawal needs the 'sequence' of the event, or what it is with its id: {\"payment\": \"p1\"}");
    } else if (withdrawal.named().size() > 1) {
      check.violations().add(
          "/" + withdrawal.named().get(1).key(), Code.INVALID_VALUE, "one event at a time: "
              + withdrawal.named().stream().map(Withdrawal.Name::key).collect(Collectors.joining(" and "))
              + " are here");
    } else {
      withdrawn(withdrawal.named().getFirst());
    }
  }

  private void withdrawn(Withdrawal.Name name) {
    Optional<Recorded> recorded = check.state().named(name);
    String path = "/" + name.key();
    if (recorded.filter(r -> r.fact().canBeWithdrawn()).isEmpty()) {
      check.violations().add(
          path,
          Code.UNKNOWN_FACT,
          recorded
              .map(r -> "event " + r.sequence() + " is " + r.kind().type() + ", which cannot be withdrawn")
              .orElse(
                  name.isSequence()
                      ? "there is no event " + name.text()
                      : "there is no " + name.key() + " '" + name.text() + "'"));
    } else {
      long sequence = recorded.get().sequence();
      check.facts()
          .withdrawnBy(sequence)
          .ifPresent(
              by -> check.violations().add(
                  path,
                  Code.ALREADY_WITHDRAWN,
                  "event " + sequence + " was withdrawn by event " + by));
    }
  }
}
