package io.contract.ledger.agreement;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.Optional;

/** What statements and balances brought forward are held to. */
record StatementRules(Recording recording) {

  void statement(StatementIssue statement) {
    share(statement.clause(), statement.issuedOn(), "statements are of revenue shares")
        .filter(
            clause -> clause.periodsBegunBy(statement.issuedOn()).stream()
                .map(Period::name)
                .noneMatch(statement.period()::equals))
        .ifPresent(
            clause -> recording.noSuchPeriod(statement.clause(), statement.period(), statement.issuedOn()));
    recording.violations().notInFuture("/issuedOn", statement.issuedOn(), recording.today());
  }

  void balance(BroughtForward balance) {
    share(balance.clause(), balance.on(), "balances brought forward are of revenue shares");
    recording.unusedId(balance);
    recording.violations().currency(balance.currency(), recording.agreement().currency());
    recording.violations().precision("/accrued", balance.accrued(), recording.agreement().currency());
    recording.violations().precision("/settled", balance.settled(), recording.agreement().currency());
    if (balance.settled().signum() < 0) {
      recording.violations().add(
          "/settled",
          Code.NON_POSITIVE_AMOUNT,
          "must not be below zero, not " + balance.settled().toPlainString());
    }
    recording.violations().notInFuture("/on", balance.on(), recording.today());
  }

  /** The clause, when it is a revenue share. */
  private Optional<ClauseHistory> share(String id, LocalDate day, String rule) {
    Optional<ClauseHistory> clause = recording.clause(id);
    if (clause.isPresent() && !(clause.get().governing(day).clause() instanceof Clause.RevenueShare)) {
      recording.wrongKind(id, rule);
      return Optional.empty();
    }
    return clause;
  }
}
