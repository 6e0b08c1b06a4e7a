package io.contract.ledger.statement;

import io.contract.ledger.fact.known.IssuedStatement;
import java.util.List;
import java.util.Optional;

/**
 * Which of some statements make up what was stated and adjusted of a period, as it is read now.
 *
 * @param last the last that could determine what the period came to: it brought all before it to what it saw
 * @param since those after it; of them counts what could be determined, for what could not has not been said
 */
public record StatedSoFar(Optional<IssuedStatement> last, List<IssuedStatement> since) {
  public StatedSoFar {
    since = List.copyOf(since);
  }
}
