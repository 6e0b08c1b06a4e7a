package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Money;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies caps to lines taken in date order (domain page, section 5, step 3). It never sees a payment: what counts and what is
 * open comes in with each {@link CappedLine.Limit}.
 *
 * <p>Example: a cap of 1,000 with 940 counted leaves room for 60: a gross of 100 accrues 60 and forgoes 40; a following line of
 * −50 takes back the 40 first and reduces what accrued by 10.
 */
public final class CapCalculator {

  /** What each window cut off and no negative line has taken back; a window is known by its days and so survives a revision. */
  private final Map<DateRange, Money> cutOff;

  /** It has seen no line yet. */
  public CapCalculator() {
    this(new HashMap<>());
  }

  private CapCalculator(Map<DateRange, Money> cutOff) {
    this.cutOff = cutOff;
  }

  /** Another that has seen the same lines, and goes its own way. */
  public CapCalculator copy() {
    return new CapCalculator(new HashMap<>(cutOff));
  }

  /** The line under those limits. */
  public CappedLine apply(Line line, Money gross, List<CappedLine.Limit> limits) {
    return gross.isNegative() ? takeBack(line, gross, limits) : cut(line, gross, limits);
  }

  private CappedLine cut(Line line, Money gross, List<CappedLine.Limit> limits) {
    // min keeps the first of equals: the cut belongs to that cap.
    Optional<CappedLine.Limit> smallest =
        limits.stream()
            .filter(limit -> limit.room() != null)
            .min(Comparator.comparing(CapCalculator::roomOf));
    Money accrued =
        smallest.map(limit -> gross.min(roomOf(limit).atLeastZero())).orElse(gross);
    Money forgone = gross.minus(accrued);
    if (forgone.isPositive()) {
      cutOff.merge(smallest.orElseThrow().window(), forgone, Money::plus);
    }
    return new CappedLine(line, gross, accrued, forgone, limits);
  }

  private CappedLine takeBack(Line line, Money gross, List<CappedLine.Limit> limits) {
    Money left = gross.negated();
    for (CappedLine.Limit limit : limits) {
      Money available = cutOff.get(limit.window());
      if (available != null) {
        Money taken = available.min(left);
        cutOff.put(limit.window(), available.minus(taken));
        left = left.minus(taken);
      }
    }
    Money accrued = left.negated();
    return new CappedLine(line, gross, accrued, gross.minus(accrued), limits);
  }

  private static Money roomOf(CappedLine.Limit limit) {
    Money room = limit.room();
    if (room == null) {
      throw new IllegalArgumentException("expected a cap with a disclosed amount, found " + limit);
    }
    return room;
  }
}
