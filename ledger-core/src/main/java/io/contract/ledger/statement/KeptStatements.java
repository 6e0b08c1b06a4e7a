package io.contract.ledger.statement;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.StatementIssue;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.fact.known.StatedBook;
import io.contract.ledger.fact.known.Turn;
import io.contract.ledger.position.RunningPositions;
import io.contract.ledger.terms.Book;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * The statements of an agreement that were asked about, kept with its facts (ADR 0028). The results for one stay, and the positions
 * of one are brought up to date for the next, so that a statement costs what has happened since the one before.
 *
 * <p>Supposed statements can have the same sequence. Only the one last asked about is kept.
 */
final class KeptStatements {

  /** The most rows of periods that are kept. Beyond them, the statements not asked about for longest are dropped. */
  private static final int MOST_ROWS = 50_000;

  private final RunningPositions positions = new RunningPositions();
  private final LinkedHashMap<Long, KeptStatement> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Turn turn = new Turn();
  private int rows;

  /** The results kept for the statement. */
  static KeptStatement of(IssuedStatement statement) {
    return statement.knownThen().memo().of(KeptStatements.class, KeptStatements::new).get(statement);
  }

  private KeptStatement get(IssuedStatement statement) {
    return turn.take(() -> kept(statement), () -> of(statement, new RunningPositions()));
  }

  private KeptStatement kept(IssuedStatement statement) {
    KeptStatement known = kept.get(statement.issue().sequence());
    return known != null && known.isOf(statement) ? known : keep(statement);
  }

  private KeptStatement keep(IssuedStatement statement) {
    KeptStatement one = of(statement, positions);
    KeptStatement other = kept.put(statement.issue().sequence(), one);
    rows += one.size() - (other == null ? 0 : other.size());
    while (rows > MOST_ROWS && kept.size() > 1) {
      rows -= kept.pollFirstEntry().getValue().size();
    }
    return one;
  }

  private static KeptStatement of(IssuedStatement statement, RunningPositions positions) {
    FactsAsOf then = StatedBook.then(statement);
    StatementIssue issue = statement.issue().fact();
    Book book = StatedBook.of(statement);
    return Budget.apart(
        () -> new KeptStatement(
            statement, new PeriodFigures(then, book, positions.reads(then, issue.clause(), Set.of(book)))));
  }
}
