package io.contract.ledger.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When interest joins what bears interest (domain page, section 15): on the last day of each month or quarter of the calendar. */
public enum Compounding {
  NONE,
  MONTH,
  QUARTER;

  /** The last days of its units after the one day, through the other, in order. */
  public List<LocalDate> lastDays(LocalDate after, LocalDate through) {
    List<LocalDate> days = new ArrayList<>();
    if (this != NONE && after.isBefore(through)) {
      LocalDate day = lastDay(after.plusDays(1));
      while (!day.isAfter(through)) {
        days.add(day);
        day = lastDay(day.plusDays(1));
      }
    }
    return days;
  }

  private LocalDate lastDay(LocalDate of) {
    LocalDate month = of.withDayOfMonth(1).plusMonths(this == QUARTER ? 2 - (of.getMonthValue() - 1) % 3 : 0);
    return month.withDayOfMonth(month.lengthOfMonth());
  }
}
