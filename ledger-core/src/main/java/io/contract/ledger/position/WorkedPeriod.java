package io.contract.ledger.position;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.share.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The lines of a period with their sums.
 *
 * @param base the exact sum of the amounts on which their shares are computed
 * @param lines in the order in which they accrued
 */
public record WorkedPeriod(BigFraction base, Money gross, Money forgone, PVector<WorkedLine> lines) {

  static WorkedPeriod empty(Currency currency) {
    return new WorkedPeriod(BigFraction.ZERO, Money.zero(currency), Money.zero(currency), TreePVector.empty());
  }

  WorkedPeriod with(WorkedLine line) {
    BigFraction amount =
        line.line().origin() instanceof Origin.Revenue(_, var gross) ? gross.base() : BigFraction.ZERO;
    return new WorkedPeriod(
        base.add(amount), gross.plus(line.line().gross()), forgone.plus(line.line().forgone()), lines.plus(line));
  }

  /** The lines of both, in the order in which they accrued. */
  WorkedPeriod joined(WorkedPeriod other) {
    if (lines.isEmpty()) {
      return other;
    }
    List<WorkedLine> both = new ArrayList<>(lines);
    both.addAll(other.lines);
    both.sort(Comparator.comparingInt(WorkedLine::number));
    return new WorkedPeriod(
        base.add(other.base), gross.plus(other.gross), forgone.plus(other.forgone), TreePVector.from(both));
  }

  /** Whether the sums are the same, whatever the lines are. */
  boolean sumsAs(WorkedPeriod other) {
    return base.equals(other.base) && gross.equals(other.gross) && forgone.equals(other.forgone);
  }
}
