package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by day, with their sums over ranges of days. Adding an amount and asking for a sum each cost the logarithm of the number
 * of days, and a copy costs nothing. Not thread-safe.
 *
 * <p>Example: 10 on 2021-01-05 and 20 on 2021-02-05 is 10 in January, 30 in the year.
 */
public final class SumByDay<T> {

  private final T zero;
  private final BinaryOperator<T> plus;
  private @Nullable Sum<T> all;

  /** No amount on any day. */
  public SumByDay(T zero, BinaryOperator<T> plus) {
    this(zero, plus, null);
  }

  private SumByDay(T zero, BinaryOperator<T> plus, @Nullable Sum<T> all) {
    this.zero = zero;
    this.plus = plus;
    this.all = all;
  }

  /** The sum of some days. Immutable, so that copies share it. */
  private sealed interface Sum<T> {

    /** The number of its first possible day. */
    long first();

    T amount();
  }

  /** The amount of one day. */
  private record Day<T>(long first, T amount) implements Sum<T> {}

  /**
   * The sum of a span of 2 × half days, whose first day is a multiple of its length.
   *
   * @param early the sum of its first half
   * @param late the sum of its second half; neither half is without amounts
   */
  private record Span<T>(long half, T amount, Sum<T> early, Sum<T> late) implements Sum<T> {

    @Override
    public long first() {
      return early.first() & -(2 * half);
    }

    long last() {
      return first() + 2 * half - 1;
    }

    boolean contains(long day) {
      return first() <= day && day <= last();
    }
  }

  /** An independent copy with the same amounts. */
  public SumByDay<T> copy() {
    return new SumByDay<>(zero, plus, all);
  }

  /** Adds the amount on the day. */
  public void add(LocalDate day, T amount) {
    Day<T> more = new Day<>(number(day), amount);
    all = all == null ? more : with(all, more);
  }

  /** Days are counted from long before the first, because the spans are made of numbers that are not negative. */
  private static long number(LocalDate day) {
    return day.toEpochDay() - LocalDate.MIN.toEpochDay();
  }

  private Sum<T> with(Sum<T> sum, Day<T> more) {
    return switch (sum) {
      case Day<T>(long day, T amount) when day == more.first() -> new Day<>(day, plus.apply(amount, more.amount()));
      case Span<T> span when span.contains(more.first()) ->
        more.first() < span.first() + span.half()
            ? joined(span.half(), with(span.early(), more), span.late())
            : joined(span.half(), span.early(), with(span.late(), more));
      case Day<T> _,Span<T> _ -> {
        long half = Long.highestOneBit(sum.first() ^ more.first());
        yield more.first() < sum.first() ? joined(half, more, sum) : joined(half, sum, more);
      }
    };
  }

  private Span<T> joined(long half, Sum<T> early, Sum<T> late) {
    return new Span<>(half, plus.apply(early.amount(), late.amount()), early, late);
  }

  /** The sum over the days. */
  public T in(DateRange days) {
    return all == null ? zero : in(all, number(days.first()), number(days.last()));
  }

  private T in(Sum<T> sum, long from, long through) {
    return switch (sum) {
      case Day<T>(long day, T amount) -> from <= day && day <= through ? amount : zero;
      case Span<T> span when from <= span.first() && span.last() <= through -> span.amount();
      case Span<T> span when span.last() < from || through < span.first() -> zero;
      case Span<T> span -> plus.apply(in(span.early(), from, through), in(span.late(), from, through));
    };
  }
}
