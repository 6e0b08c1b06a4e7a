package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.id.ClauseId;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The statements that were issued. None is ever withdrawn.
 *
 * @param <F> the known facts, which this is a part of
 * @param byClause in order of recording, which is that of their numbers
 * @param knownThen what was known when each was issued, by its sequence; kept because it is asked for again and again
 */
public record KnownStatements<F>(PSortedMap<ClauseId, PVector<Known<StatementIssue>>> byClause,
    PMap<Long, F> knownThen) {

  static <F> KnownStatements<F> none() {
    return new KnownStatements<>(TreePMap.empty(), HashTreePMap.empty());
  }

  KnownStatements<F> plus(long sequence, Fact fact, F known) {
    return fact instanceof StatementIssue statement
        ? new KnownStatements<>(
            byClause.plus(statement.clause(), of(statement.clause()).plus(new Known<>(sequence, statement))),
            knownThen.plus(sequence, known))
        : this;
  }

  /** The statements of a clause. */
  public PVector<Known<StatementIssue>> of(ClauseId clause) {
    PVector<Known<StatementIssue>> found = byClause.get(clause);
    return found == null ? TreePVector.empty() : found;
  }

  /** The ids of the clauses that have statements, in alphabetical order. */
  public Set<ClauseId> clauses() {
    return byClause.keySet();
  }

  /**
   * What was known when the statement of that sequence was issued.
   *
   * @throws IllegalArgumentException when there is no such statement
   */
  F knownWhenIssued(long sequence) {
    F known = knownThen.get(sequence);
    if (known == null) {
      throw new IllegalArgumentException("expected the sequence of a statement, found " + sequence);
    }
    return known;
  }
}
