package io.contract.ledger.statement;

import io.contract.ledger.fact.known.IssuedStatement;
import java.util.List;
import java.util.Optional;

/**
 * The statements that determine how much of a period has been stated and adjusted, as it is read now.
 *
 * @param last the last statement that could determine the period; it brought the sum of all before it to its own figure
 * @param since the statements after it; an amount that they could not determine has not been stated and does not count
 */
public record StatedSoFar(Optional<IssuedStatement> last, List<IssuedStatement> since) {
  public StatedSoFar {
    since = List.copyOf(since);
  }
}
