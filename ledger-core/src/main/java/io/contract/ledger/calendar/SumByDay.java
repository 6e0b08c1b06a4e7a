package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Amounts by day, with their sums over ranges of days. The sum of a range is kept once it is computed, so that asking again costs
 * nothing. Not thread-safe.
 *
 * <p>Example: 10 on 2021-01-05 and 20 on 2021-02-05 is 10 in January, 30 in the year.
 */
public final class SumByDay<T> {

  private final T zero;
  private final BinaryOperator<T> plus;
  private final Map<DateRange, T> sums;
  private PSortedMap<LocalDate, T> byDay;

  /** No amount on any day. */
  public SumByDay(T zero, BinaryOperator<T> plus) {
    this(zero, plus, new HashMap<>(), TreePMap.empty());
  }

  private SumByDay(T zero, BinaryOperator<T> plus, Map<DateRange, T> sums, PSortedMap<LocalDate, T> byDay) {
    this.zero = zero;
    this.plus = plus;
    this.sums = sums;
    this.byDay = byDay;
  }

  /** An independent copy with the same amounts. */
  public SumByDay<T> copy() {
    return new SumByDay<>(zero, plus, new HashMap<>(sums), byDay);
  }

  /** Adds the amount on the day. */
  public void add(LocalDate day, T amount) {
    byDay = byDay.plus(day, plus.apply(Optional.ofNullable(byDay.get(day)).orElse(zero), amount));
    sums.replaceAll((days, sum) -> days.contains(day) ? plus.apply(sum, amount) : sum);
  }

  /** The sum over the days. */
  public T in(DateRange days) {
    return sums.computeIfAbsent(
        days, any -> byDay.subMap(days.first(), true, days.last(), true).values().stream().reduce(zero, plus));
  }
}
