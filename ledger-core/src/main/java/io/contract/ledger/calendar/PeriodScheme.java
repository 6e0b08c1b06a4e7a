package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a clause's reporting periods follow one another (domain page, sections 5 and 13).
 *
 * @param length the length of each
 * @param years the years that they are parts of
 */
public record PeriodScheme(Length length, Years years) {

  /** The length of periods. */
  public enum Length {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Length(int months) {
      this.months = months;
    }
  }

  /** Periods of that length of the calendar. */
  public static PeriodScheme ofCalendar(Length length) {
    return new PeriodScheme(length, Years.Ending.CALENDAR);
  }

  /** The period that holds the day: the quarter of 2021-05-16 is 2021-Q2. */
  public Period containing(LocalDate day) {
    return new Period(this, years.containing(day, length.months));
  }

  /**
   * The period of that name ({@code 2021-Q1}, {@code 2021-03}, {@code 2021-H1}, {@code 2021}); empty when none of these periods has that
   * name.
   */
  public Optional<Period> named(String name) {
    return years.named(name, length.months).map(days -> new Period(this, days));
  }

  String nameOf(LocalDate first) {
    return years.nameOf(first, length.months);
  }
}
