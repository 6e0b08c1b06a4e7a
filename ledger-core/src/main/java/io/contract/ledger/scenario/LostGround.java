package io.contract.ledger.scenario;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.value.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A change of an amendment that would lose its effect, because another amendment, dated back, would take its ground (domain page,
 * sections 9 and 11).
 *
 * <p>Example: amendment 2 lowers a cap from July. A back-dated amendment that ends the clause with May leaves it nothing to lower.
 *
 * @param sequence the number of the amendment's event
 * @param amendment the number of the amendment
 * @param change the place of the change in the amendment, from 0
 * @param clause the clause that it would have changed; empty where it names none, as a succession in all clauses
 * @param reasons why it would have no effect
 */
public record LostGround(long sequence, int amendment, int change, Optional<ClauseId> clause, List<Violation> reasons) {
  public LostGround {
    reasons = List.copyOf(reasons);
  }
}
