package io.contract.ledger.statement;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.IssuedStatement;
import io.contract.ledger.position.RunningPositions;
import java.util.LinkedHashMap;

/**
 * The statements of an agreement that were asked about, remembered with its facts (ADR 0022). What was worked out for one stays, and
 * the positions of one are followed along to the next, so that statements issued one after another cost what lies between them.
 *
 * <p>Of several that would have one sequence, because they are assumed, the last asked about is remembered.
 */
final class KeptStatements {

  /** So many rows of periods are remembered; beyond them, the statements not asked about for longest are worked out again. */
  private static final int MOST_ROWS = 50_000;

  private final RunningPositions positions = new RunningPositions();
  private final LinkedHashMap<Long, KeptStatement> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int rows;

  /** What is remembered of the statement. */
  static KeptStatement of(IssuedStatement statement) {
    return statement.knownThen().memo().of(KeptStatements.class, KeptStatements::new).get(statement);
  }

  private synchronized KeptStatement get(IssuedStatement statement) {
    KeptStatement known = kept.get(statement.issue().sequence());
    return known != null && known.isOf(statement) ? known : keep(statement);
  }

  private KeptStatement keep(IssuedStatement statement) {
    FactsAsOf then = FactsAsOf.of(statement.knownThen(), statement.issue().fact().issuedOn());
    KeptStatement one =
        new KeptStatement(statement, new PeriodFigures(then, positions.reads(then, statement.issue().fact().clause())));
    KeptStatement other = kept.put(statement.issue().sequence(), one);
    rows += one.size() - (other == null ? 0 : other.size());
    while (rows > MOST_ROWS && kept.size() > 1) {
      rows -= kept.pollFirstEntry().getValue().size();
    }
    return one;
  }
}
