package io.contract.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The holidays of a calendar, or of several that count together (domain page, sections 5 and 13): {@code USNY+GBLO} is closed when either
 * is. It knows a year when all of them do.
 *
 * @param name {@code SatSun}, or one of Strata's calendars such as {@code USNY}, {@code GBLO}, {@code EUTA}; or several, joined by
 *     {@code +}
 */
public record Holidays(String name) {

  /** Weekends only: the calendar when none is named. */
  public static final String WEEKENDS = "SatSun";

  /** What a name must match; at most this many calendars count together. */
  public static final String PATTERN = "[A-Za-z]{2,20}(\\+[A-Za-z]{2,20}){0,9}";

  /** Whether there is a calendar of that name, or are all that it joins. */
  public static boolean isCalendar(String name) {
    return name.matches(PATTERN)
        && parts(name).stream().allMatch(part -> part.equals(WEEKENDS) || BankHolidays.isCalendar(part));
  }

  private static List<String> parts(String name) {
    return List.of(name.split("\\+"));
  }

  private List<BankHolidays> banks() {
    return parts(name).stream().filter(part -> !part.equals(WEEKENDS)).map(BankHolidays::of).toList();
  }

  /** Whether one of them is closed on the day; empty in a year that not all of them know. */
  Optional<Boolean> isClosed(LocalDate day) {
    boolean isClosed =
        day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 && parts(name).contains(WEEKENDS);
    for (BankHolidays bank : banks()) {
      Optional<Boolean> closed = bank.isClosed(day);
      if (closed.isEmpty()) {
        return Optional.empty();
      }
      isClosed |= closed.get();
    }
    return Optional.of(isClosed);
  }

  /**
   * The years of which the holidays are known, in words: {@code holiday calendar USNY+EUTA knows the years 1997 to 2099}.
   *
   * @throws java.util.NoSuchElementException for weekends alone, which are known of every year
   */
  String knownYears() {
    return "holiday calendar " + name + " knows the years "
        + banks().stream().mapToInt(BankHolidays::firstYear).max().orElseThrow() + " to "
        + banks().stream().mapToInt(BankHolidays::lastYear).min().orElseThrow();
  }
}
