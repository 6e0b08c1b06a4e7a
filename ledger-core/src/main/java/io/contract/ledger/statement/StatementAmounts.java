package io.contract.ledger.statement;

import io.contract.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of a statement under one reading, or those that all readings agree on. An amount that cannot be determined is empty.
 *
 * @param accrued the accrued amount of the statement's own period; zero where the period had been stated before
 * @param adjustments one for every period stated before whose figures have changed since, in order of periods
 * @param total the sum of accrued and all adjustments
 */
public record StatementAmounts(Optional<Money> accrued, List<Adjustment> adjustments, Optional<Money> total) {
  public StatementAmounts {
    adjustments = List.copyOf(adjustments);
  }

  static StatementAmounts of(Optional<Money> accrued, List<Adjustment> adjustments) {
    Optional<Money> total = accrued;
    for (Adjustment adjustment : adjustments) {
      total = total.flatMap(sum -> adjustment.amount().map(sum::plus));
    }
    return new StatementAmounts(accrued, adjustments, total);
  }

  /** The names of what cannot be determined. */
  public List<String> undetermined() {
    List<String> names = new ArrayList<>();
    if (accrued.isEmpty()) {
      names.add("accrued");
    }
    if (adjustments.stream().anyMatch(adjustment -> adjustment.amount().isEmpty())) {
      names.add("adjustments");
    }
    if (total.isEmpty()) {
      names.add("total");
    }
    return names;
  }
}
