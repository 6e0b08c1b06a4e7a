package io.contract.ledger.statement;

import io.contract.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of a statement, under one reading or those that all readings agree on; empty where there is no such amount.
 *
 * @param accrued what the statement's own period accrued; zero where it had been stated before
 * @param adjustments for every period stated before whose numbers have changed since, in order of periods
 * @param total accrued and all adjustments
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
