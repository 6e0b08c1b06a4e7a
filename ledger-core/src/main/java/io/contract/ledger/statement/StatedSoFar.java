package io.contract.ledger.statement;

import io.contract.ledger.fact.known.IssuedStatement;
import java.util.List;

/**
 * The statements that determine how much of a period has been stated and adjusted, as it is read now.
 *
 * @param last the last statement that could determine the period; it brought the sum of all before it to its own figure. Where books
 *     have become one, the last of each
 * @param since the statements after it; an amount that they could not determine has not been stated and does not count
 */
public record StatedSoFar(List<IssuedStatement> last, List<IssuedStatement> since) {
  public StatedSoFar {
    last = List.copyOf(last);
    since = List.copyOf(since);
  }
}
