package io.contract.ledger.calendar;

import org.jspecify.annotations.Nullable;

/**
 * A reporting period: a month, quarter, half-year or year, of the calendar or of the agreement's own years, or one that is named.
 *
 * <p>Ordered by last day, then first day, then name.
 *
 * <p>Example: {@code PeriodScheme.ofCalendar(QUARTER).containing(2021-05-16)} is 2021-Q2, 2021-04-01 through 2021-06-30.
 */
public record Period(PeriodScheme scheme, DateRange days) implements Comparable<Period> {

  /** The period's name: {@code 2021-Q2}, {@code 2021-05}, {@code 2021-H1}, {@code 2021}, {@code FY2026-Q1}. */
  public String name() {
    return scheme.nameOf(days.first());
  }

  /** Its last day, from which due dates are counted. */
  public DueRule.Start end() {
    return DueRule.Start.lastOfPeriod(days.last());
  }

  /** Whether its scheme has a period on its days: a schedule has none after its last. */
  public boolean isNamed() {
    return scheme.days().contains(days.first());
  }

  /** The period after this one. */
  public Period next() {
    return scheme.containing(days.last().plusDays(1));
  }

  /** Whether the other has the same name and days, though another revision may name the periods after it otherwise. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Period period && days.equals(period.days)
        && (scheme.equals(period.scheme) || name().equals(period.name()));
  }

  /** Written out, because claims are looked up by their periods, and a schedule is long. */
  @Override
  public int hashCode() {
    return days.hashCode();
  }

  /** Periods of the same days, such as 2021-Q1 and CY1-Q1 of an agreement of 1 January, are in the order of their names. */
  @Override
  public int compareTo(Period other) {
    int byLast = days.last().compareTo(other.days.last());
    int byDays = byLast == 0 ? days.first().compareTo(other.days.first()) : byLast;
    return byDays == 0 && !scheme.equals(other.scheme) ? name().compareTo(other.name()) : byDays;
  }

  @Override
  public String toString() {
    return name();
  }
}
