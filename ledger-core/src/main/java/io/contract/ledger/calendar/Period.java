package io.contract.ledger.calendar;

/**
 * A reporting period: a month, quarter, half-year or year, of the calendar or of the agreement's own years.
 *
 * <p>Ordered by last day, then first day.
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

  /** The period after this one. */
  public Period next() {
    return scheme.containing(days.last().plusDays(1));
  }

  @Override
  public int compareTo(Period other) {
    int byLast = days.last().compareTo(other.days.last());
    return byLast == 0 ? days.first().compareTo(other.days.first()) : byLast;
  }

  @Override
  public String toString() {
    return name();
  }
}
