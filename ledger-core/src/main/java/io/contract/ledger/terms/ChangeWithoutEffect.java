package io.contract.ledger.terms;

import io.contract.ledger.value.Violation;
import java.util.List;

/**
 * A change of an amendment that has no effect.
 *
 * @param amendment the amendment that makes the change
 * @param change the place of the change in the amendment, from 0
 * @param reasons why it has none
 */
public record ChangeWithoutEffect(Amendment amendment, int change, List<Violation> reasons) {
  public ChangeWithoutEffect {
    reasons = List.copyOf(reasons);
  }
}
