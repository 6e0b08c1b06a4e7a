package io.contract.ledger.terms;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.value.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A change of an amendment that has no effect; a change of several clauses, in one of them.
 *
 * @param amendment the amendment that makes the change
 * @param change the place of the change in the amendment, from 0
 * @param clause the clause that it would have changed; empty where it has no effect on any
 * @param reasons why it has none
 */
public record ChangeWithoutEffect(Amendment amendment, int change, Optional<ClauseId> clause, List<Violation> reasons) {
  public ChangeWithoutEffect {
    reasons = List.copyOf(reasons);
  }
}
