package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Applies caps to what accrues, taken in date order (domain page, section 5, step 3). It never sees a payment: each
 * {@link CappedLine.Limit} brings in what counts and what is open.
 *
 * <p>Example: a cap of 1,000 with 940 counted leaves room for 60: a gross of 100 accrues 60 and forgoes 40; a following line of
 * −50 takes back the 40 first and reduces what accrued by 10.
 */
public final class CapCalculator {

  /**
   * The amounts that each window cut off and nothing has taken back. A window is known by the days that it limits:
   * it outlives a revision, but not an amendment that changes the day from which the cap counts.
   */
  private PMap<DateRange, CutOff> cutOff;

  /**
   * The amount that a window cut off.
   *
   * @param carried the part that caps cut off and carry into their next window
   */
  private record CutOff(Money all, Money carried) {

    CutOff plus(Money amount, boolean isCarried) {
      return new CutOff(all.plus(amount), isCarried ? carried.plus(amount) : carried);
    }

    /** Takes an amount back, first from what no cap carries. */
    CutOff take(Money amount) {
      Money left = all.minus(amount);
      return new CutOff(left, carried.min(left));
    }
  }

  /** Creates one that has seen no line yet. */
  public CapCalculator() {
    this(HashTreePMap.empty());
  }

  private CapCalculator(PMap<DateRange, CutOff> cutOff) {
    this.cutOff = cutOff;
  }

  /** An independent copy that has seen the same lines. */
  public CapCalculator copy() {
    return new CapCalculator(cutOff);
  }

  /** The line of that gross under the limits. */
  public CappedLine apply(Origin origin, DateRange days, Money gross, List<CappedLine.Limit> limits) {
    return gross.isNegative() ? takeBack(origin, days, gross, limits) : cut(origin, days, gross, limits);
  }

  private CappedLine cut(Origin origin, DateRange days, Money gross, List<CappedLine.Limit> limits) {
    Optional<CappedLine.Limit> smallest = smallest(limits);
    Money accrued =
        smallest.map(limit -> gross.min(roomOf(limit).atLeastZero())).orElse(gross);
    Money forgone = gross.minus(accrued);
    smallest.ifPresent(limit -> cutOff(limit, forgone));
    return new CappedLine(origin, days, gross, accrued, forgone, limits, List.of());
  }

  private void cutOff(CappedLine.Limit by, Money amount) {
    if (amount.isPositive()) {
      cutOff = cutOff.plus(by.window(), cutOff(by.window(), amount).plus(amount, by.terms().isCarried()));
    }
  }

  private CutOff cutOff(DateRange window, Money like) {
    CutOff found = cutOff.get(window);
    Money zero = Money.zero(like.currency());
    return found == null ? new CutOff(zero, zero) : found;
  }

  private CappedLine takeBack(Origin origin, DateRange days, Money gross, List<CappedLine.Limit> limits) {
    Money left = gross.negated();
    List<CappedLine.Taken> takenBack = new ArrayList<>();
    for (CappedLine.Limit limit : limits) {
      CutOff available = cutOff(limit.window(), gross);
      Money taken = available.all().min(left);
      if (taken.isPositive()) {
        cutOff = cutOff.plus(limit.window(), available.take(taken));
        takenBack.add(new CappedLine.Taken(limit.window(), taken));
        left = left.minus(taken);
      }
    }
    Money accrued = left.negated();
    return new CappedLine(origin, days, gross, accrued, gross.minus(accrued), limits, takenBack);
  }

  /** The amounts that windows which ended the day before carry into windows which begin on the day, the earliest window first. */
  public List<Origin.Carried> carriedInto(LocalDate day) {
    return cutOff.entrySet().stream()
        .filter(entry -> entry.getKey().last().plusDays(1).equals(day) && entry.getValue().carried().isPositive())
        .map(entry -> new Origin.Carried(entry.getKey(), entry.getValue().carried()))
        .sorted(Comparator.comparing(carried -> carried.window().first()))
        .toList();
  }

  /** The line of carried excess. It accrues within the smallest room, and that room's cap cuts off the rest anew. */
  public CappedLine carry(Origin.Carried carried, LocalDate day, List<CappedLine.Limit> limits) {
    Money amount = carried.cutOff();
    Optional<CappedLine.Limit> smallest = smallest(limits);
    Money accrued = smallest.map(limit -> amount.min(roomOf(limit).atLeastZero())).orElse(amount);
    CutOff before = cutOff(carried.window(), amount);
    cutOff = cutOff.plus(
        carried.window(), new CutOff(before.all().minus(amount), before.carried().minus(amount)));
    smallest.ifPresent(limit -> cutOff(limit, amount.minus(accrued)));
    Money none = Money.zero(amount.currency());
    return new CappedLine(carried, DateRange.of(day, day), none, accrued, accrued.negated(), limits, List.of());
  }

  /** The limit with the smallest room; the first of equals. */
  public static Optional<CappedLine.Limit> smallest(List<CappedLine.Limit> limits) {
    return limits.stream()
        .filter(limit -> limit.room() != null)
        .min(Comparator.comparing(CapCalculator::roomOf));
  }

  private static Money roomOf(CappedLine.Limit limit) {
    @Nullable
    Money room = limit.room();
    if (room == null) {
      throw new IllegalArgumentException("expected a cap with a disclosed amount, found " + limit);
    }
    return room;
  }
}
