package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from a first through a last, both inclusive.
 *
 * <p>Example: {@code DateRange.of(2021-01-01, 2021-03-31)} has 90 days.
 *
 * <p>Throws {@link IllegalArgumentException} when the last day is before the first
 */
public record DateRange(LocalDate first, LocalDate last) {

  /** Stands for "without beginning". */
  public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  /** Stands for "open-ended". */
  public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

  /** Every day. */
  public static final DateRange ALWAYS = new DateRange(BEGINNING, OPEN_END);

  /** The days that facts, terms and questions may name (domain page, section 3). */
  public static final DateRange NAMEABLE = new DateRange(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31));

  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a range that ends on " + last + " before it begins on " + first);
    }
  }

  /**
   * Why facts, terms and questions may not name the day; empty when they may.
   *
   * <p>Example: {@code 1899-12-31 is not a day from 1900-01-01 through 2199-12-31}.
   */
  public static Optional<String> whyNotNameable(LocalDate day) {
    return NAMEABLE.contains(day) ? Optional.empty() : Optional.of(day + " is not a day from " + NAMEABLE);
  }

  public static DateRange of(LocalDate first, LocalDate last) {
    return new DateRange(first, last);
  }

  /** The range, or empty when there is no day in it. */
  public static Optional<DateRange> ifAny(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DateRange(first, last));
  }

  /** How many days, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public boolean contains(DateRange other) {
    return contains(other.first) && contains(other.last);
  }

  /** The days in both; empty when there is none. */
  public Optional<DateRange> intersection(DateRange other) {
    return ifAny(later(first, other.first), earlier(last, other.last));
  }

  /** Whether a day is in both. */
  public boolean overlaps(DateRange other) {
    return !other.last.isBefore(first) && !other.first.isAfter(last);
  }

  /** The days from the first of either through the last of either. */
  public DateRange span(DateRange other) {
    return new DateRange(earlier(first, other.first), later(last, other.last));
  }

  public static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  public static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public String toString() {
    return first + " through " + last;
  }
}
