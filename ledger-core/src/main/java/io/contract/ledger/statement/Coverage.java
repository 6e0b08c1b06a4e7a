package io.contract.ledger.statement;

import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.fact.known.Known;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The periods that a statement says something of: its own, and those stated before it. Of none that was stated when one of a later day
 * was recorded before it: what that one saw is newer.
 *
 * @param own its own period, when no statement before it states it
 * @param adjusted of those stated before it, in the order in which they were, those of which it says what has changed
 */
record Coverage(Set<String> own, Set<String> adjusted) {

  static Coverage of(IssuedStatement statement) {
    Set<String> stated = new HashSet<>();
    Set<String> adjusted = new LinkedHashSet<>();
    StatementIssue issue = statement.issue().fact();
    for (Known<StatementIssue> earlier : statement.knownThen().statements().of(issue.clause())) {
      StatementIssue one = earlier.fact();
      if (stated.add(one.period())) {
        adjusted.add(one.period());
      }
      if (one.issuedOn().isAfter(issue.issuedOn())) {
        adjusted.clear();
      }
    }
    return new Coverage(stated.contains(issue.period()) ? Set.of() : Set.of(issue.period()), adjusted);
  }

  boolean has(String period) {
    return own.contains(period) || adjusted.contains(period);
  }
}
