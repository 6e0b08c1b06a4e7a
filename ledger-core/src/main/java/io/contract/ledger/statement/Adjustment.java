package io.contract.ledger.statement;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * The change of a period since it was stated: a line of a later statement, or one that the next statement will have (domain page,
 * sections 2 and 5).
 *
 * <p>Example: 2021-Q1 was stated with USD 200.00 and its report restated from 1,000 to 900: −20.00, because of that restatement.
 *
 * @param period the name of the period that was stated, e.g. {@code 2021-Q1}
 * @param stated the sum that earlier statements have stated and adjusted; empty where readings differ or the rate is not disclosed
 * @param now what the period has accrued by now; empty as {@code stated} is
 * @param amount now less stated, not zero; empty as {@code stated} is, but readings that differ in both may agree in this
 * @param causes the events that made the difference, in order of recording; none where time alone did
 * @param undeterminedIn the numbers of earlier statements that could not determine the period and so stated nothing of it
 */
public record Adjustment(
    String period, Optional<Money> stated, Optional<Money> now, Optional<Money> amount, List<Recorded> causes,
    List<Integer> undeterminedIn) {

  public Adjustment {
    causes = List.copyOf(causes);
    undeterminedIn = List.copyOf(undeterminedIn);
  }
}
