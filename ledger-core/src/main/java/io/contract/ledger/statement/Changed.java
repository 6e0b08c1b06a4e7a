package io.contract.ledger.statement;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The change of a period since it was stated, under each reading in the order of the clause's readings.
 *
 * @param readings the stated and the present amount under each reading
 * @param causes as of {@link Adjustment}
 */
record Changed(String period, List<Comparison> readings, List<Recorded> causes, List<Integer> undeterminedIn) {

  /** The amount stated of a period, and what the period has accrued by now. */
  record Comparison(Money stated, Optional<Money> now) {

    Optional<Money> amount() {
      return now.map(accrued -> accrued.minus(stated));
    }
  }

  Adjustment under(int reading) {
    Comparison one = readings.get(reading);
    return new Adjustment(period, Optional.of(one.stated()), one.now(), one.amount(), causes, undeterminedIn);
  }

  Adjustment agreed() {
    return new Adjustment(
        period, agreed(one -> Optional.of(one.stated())), agreed(Comparison::now), agreed(Comparison::amount), causes,
        undeterminedIn);
  }

  private Optional<Money> agreed(Function<Comparison, Optional<Money>> figure) {
    return agreed(readings.stream().map(figure).toList());
  }

  boolean isSomething(int reading) {
    return readings.get(reading).amount().map(amount -> !amount.isZero()).orElse(!causes.isEmpty());
  }

  /** The value that all of them have; empty where they differ. */
  static <T> Optional<T> agreed(List<Optional<T>> all) {
    return all.stream().distinct().count() == 1 ? all.getFirst() : Optional.empty();
  }
}
