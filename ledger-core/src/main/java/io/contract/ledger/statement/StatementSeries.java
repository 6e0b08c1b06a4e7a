package io.contract.ledger.statement;

import io.contract.ledger.fact.known.IssuedStatement;
import java.util.List;

/**
 * Statements of what has become one book.
 *
 * @param statements by number
 * @param isOne whether each covers what those before it stated. Not so where two books, each with statements of its own, became one:
 *     of one that was issued before, those of the other are none
 */
public record StatementSeries(List<IssuedStatement> statements, boolean isOne) {

  public StatementSeries {
    statements = List.copyOf(statements);
  }
}
