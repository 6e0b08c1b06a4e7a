package io.contract.ledger.fact.known;

import io.contract.ledger.fact.StatementIssue;

/**
 * A statement with what was known when it was issued: everything of a lower sequence.
 *
 * @param number the clause's 1st, 2nd, … statement in order of recording
 */
public record IssuedStatement(int number, Known<StatementIssue> issue, KnownFacts knownThen) {

  @Override
  public String toString() {
    // Not what was known: that would print the history once for each statement.
    return "statement " + number + " by " + issue;
  }
}
