package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.StatementIssue;
import java.util.Set;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The statements that were issued. None is ever withdrawn.
 *
 * @param byClause in order of recording, which is that of their numbers
 */
public record KnownStatements(PSortedMap<String, PVector<Known<StatementIssue>>> byClause) {

  static final KnownStatements NONE = new KnownStatements(TreePMap.empty());

  KnownStatements plus(long sequence, Fact fact) {
    return fact instanceof StatementIssue statement
        ? new KnownStatements(
            byClause.plus(statement.clause(), of(statement.clause()).plus(new Known<>(sequence, statement))))
        : this;
  }

  /** The statements of a clause. */
  public PVector<Known<StatementIssue>> of(String clause) {
    PVector<Known<StatementIssue>> found = byClause.get(clause);
    return found == null ? TreePVector.empty() : found;
  }

  /** The ids of the clauses that have statements, in alphabetical order. */
  public Set<String> clauses() {
    return byClause.keySet();
  }
}
