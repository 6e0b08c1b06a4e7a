package io.contract.ledger.statement;

import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.IssuedStatement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The periods that a statement covers: its own, and those stated before it. It covers no stated period when a statement of a later
 * day was recorded before it, because that one has newer figures.
 *
 * @param own its own period, unless an earlier statement states it
 * @param adjusted the periods stated before it that it adjusts, in the order in which they were stated
 */
record StatedPeriods(Set<String> own, Set<String> adjusted) {

  /** @param before the statements of the same book recorded before it, in order of recording */
  static StatedPeriods of(IssuedStatement statement, List<IssuedStatement> before) {
    Set<String> stated = new HashSet<>();
    Set<String> adjusted = new LinkedHashSet<>();
    StatementIssue issue = statement.issue().fact();
    for (IssuedStatement earlier : before) {
      StatementIssue one = earlier.issue().fact();
      if (stated.add(one.period())) {
        adjusted.add(one.period());
      }
      if (one.issuedOn().isAfter(issue.issuedOn())) {
        adjusted.clear();
      }
    }
    return new StatedPeriods(stated.contains(issue.period()) ? Set.of() : Set.of(issue.period()), adjusted);
  }

  boolean has(String period) {
    return own.contains(period) || adjusted.contains(period);
  }
}
