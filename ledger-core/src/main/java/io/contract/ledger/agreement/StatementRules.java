package io.contract.ledger.agreement;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.StatedBook;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.value.Code;
import java.time.LocalDate;
import java.util.Optional;

/** The rules for statements and balances brought forward. */
record StatementRules(FactCheck check) {

  void statement(StatementIssue statement) {
    check.parties(statement.book());
    payable(statement.clause(), statement.issuedOn(), "statements are of revenue shares and fixed payments")
        .ifPresent(clause -> {
          if (statement.book().first(clause.booksOn(statement.issuedOn())).isEmpty()) {
            check.violations().add(
                statement.book().payer().isPresent() ? "/payer" : "/payee", Code.WRONG_PARTIES,
                "on " + statement.issuedOn() + " clause '" + statement.clause() + "' is owed "
                    + FactCheck.words(clause.booksOn(statement.issuedOn())) + ", and by or to nobody else");
          } else if (StatedBook.choose(clause, statement.book(), statement.period(), statement.issuedOn()).isEmpty()) {
            check.noSuchPeriod(statement.clause(), statement.period(), statement.issuedOn());
          }
          new DueDateRules(check).statement(clause, statement);
        });
    check.violations().notInFuture("/issuedOn", statement.issuedOn(), check.today());
  }

  void balance(BroughtForward balance) {
    payable(balance.clause(), balance.on(), "balances brought forward are of revenue shares and fixed payments");
    check.unusedId(balance);
    check.violations().currency(balance.currency(), check.agreement().currency());
    check.violations().precision("/accrued", balance.accrued(), check.agreement().currency());
    check.violations().precision("/settled", balance.settled(), check.agreement().currency());
    if (balance.settled().signum() < 0) {
      check.violations().add(
          "/settled",
          Code.NON_POSITIVE_AMOUNT,
          "must not be below zero, not " + balance.settled().toPlainString());
    }
    check.violations().notInFuture("/on", balance.on(), check.today());
  }

  /** The clause, when money accrues under it. */
  private Optional<ClauseHistory> payable(ClauseId id, LocalDate day, String rule) {
    Optional<ClauseHistory> clause = check.clause(id);
    if (clause.isPresent() && clause.get().payableOn(day).isEmpty()) {
      check.wrongKind(id, rule);
      return Optional.empty();
    }
    return clause;
  }
}
