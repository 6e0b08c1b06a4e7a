package io.contract.ledger.fact.known;

import static io.contract.ledger.fact.known.Maps.under;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.id.ClauseId;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param byPeriod those of a clause and period, in order of their days
 * @param knownThen what was known when each was issued, by its sequence; kept because it is asked for again and again
 */
public record KnownStatements<F>(PSortedMap<ClauseId, PVector<Known<StatementIssue>>> byClause,
    PMap<Stated, PSortedMap<Dated, Known<StatementIssue>>> byPeriod, PMap<Long, F> knownThen) {

  /** A period of a clause, by name. */
  private record Stated(ClauseId clause, String period) {}

  static <F> KnownStatements<F> none() {
    return new KnownStatements<>(TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
  }

  KnownStatements<F> plus(long sequence, Fact fact, F known) {
    return fact instanceof StatementIssue statement ? plus(new Known<>(sequence, statement), statement, known) : this;
  }

  private KnownStatements<F> plus(Known<StatementIssue> issue, StatementIssue statement, F known) {
    Stated stated = new Stated(statement.clause(), statement.period());
    return new KnownStatements<>(
        byClause.plus(statement.clause(), of(statement.clause()).plus(issue)),
        byPeriod.plus(stated, under(byPeriod, stated).plus(Dated.of(issue), issue)),
        knownThen.plus(issue.sequence(), known));
  }

  /** The statements of a clause. */
  public PVector<Known<StatementIssue>> of(ClauseId clause) {
    PVector<Known<StatementIssue>> found = byClause.get(clause);
    return found == null ? TreePVector.empty() : found;
  }

  /** The statements of a period of a clause that are issued by the day, in order of their days, on one day of recording. */
  Stream<Known<StatementIssue>> of(ClauseId clause, String period, LocalDate through) {
    return under(byPeriod, new Stated(clause, period)).headMap(Dated.endOf(through), true).values().stream();
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
