package io.contract.ledger.calendar;

import io.contract.ledger.value.Type;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The length of reporting periods, which are periods of the calendar (domain page, section 5). */
public enum PeriodScheme {
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12);

  private final int months;

  PeriodScheme(int months) {
    this.months = months;
  }

  /** The period that holds the day: the quarter of 2021-05-16 is 2021-Q2. */
  public Period containing(LocalDate day) {
    int firstMonth = (day.getMonthValue() - 1) / months * months + 1;
    LocalDate first = LocalDate.of(day.getYear(), firstMonth, 1);
    return new Period(this, DateRange.of(first, first.plusMonths(months).minusDays(1)));
  }

  /**
   * The period of that name ({@code 2021-Q1}, {@code 2021-03}, {@code 2021-H1}, {@code 2021}); empty when no period has that name.
   */
  public static Optional<Period> named(String name) {
    if (!name.matches(Type.PERIOD_PATTERN)) {
      return Optional.empty();
    }
    int year = Integer.parseInt(name.substring(0, 4));
    if (year == 0) {
      return Optional.empty();
    }
    String rest = name.length() == 4 ? "" : name.substring(5);
    if (rest.isEmpty()) {
      return Optional.of(YEAR.containing(LocalDate.of(year, 1, 1)));
    }
    int number = Integer.parseInt(rest.replaceAll("[QH]", ""));
    return Optional.of(
        switch (rest.charAt(0)) {
          case 'Q' -> QUARTER.containing(LocalDate.of(year, number * 3, 1));
          case 'H' -> HALF_YEAR.containing(LocalDate.of(year, number * 6, 1));
          default -> MONTH.containing(YearMonth.of(year, number).atDay(1));
        });
  }

  String nameOf(LocalDate first) {
    // A date as text begins with its year in four digits; the years of agreements have no more.
    String year = first.toString().substring(0, 4);
    int month = first.getMonthValue();
    return switch (this) {
      case MONTH -> year + (month < 10 ? "-0" : "-") + month;
      case QUARTER -> year + "-Q" + (month + 2) / 3;
      case HALF_YEAR -> year + "-H" + (month + 5) / 6;
      case YEAR -> year;
    };
  }
}
