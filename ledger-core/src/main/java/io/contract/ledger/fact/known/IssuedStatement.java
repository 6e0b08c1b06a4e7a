package io.contract.ledger.fact.known;

import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.id.ClauseId;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement with what was known when it was issued: everything of a lower sequence.
 *
 * @param number the clause's 1st, 2nd, … statement in order of recording
 */
public record IssuedStatement(int number, Known<StatementIssue> issue, KnownFacts knownThen) {

  /** The statements of a clause, by number. */
  public static List<IssuedStatement> of(KnownFacts known, ClauseId clause) {
    List<IssuedStatement> issued = new ArrayList<>();
    for (Known<StatementIssue> issue : known.statements().of(clause)) {
      issued.add(
          new IssuedStatement(issued.size() + 1, issue, known.statements().knownWhenIssued(issue.sequence())));
    }
    return issued;
  }

  @Override
  public String toString() {
    // What was known is left out: it would print the history once for each statement.
    return "statement " + number + " by " + issue;
  }
}
