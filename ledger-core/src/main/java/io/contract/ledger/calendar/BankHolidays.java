package io.contract.ledger.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * One of Strata's holiday calendars, with what it has wrong put right and the years that it knows (ADR 0035). A class of its own,
 * so that only a rule that names such a calendar loads the library: loading it takes longer than checking an agreement file.
 *
 * @param days the library's calendar
 * @param firstYear the first year of which it knows holidays
 * @param lastYear the last
 */
record BankHolidays(String name, HolidayCalendar days, int firstYear, int lastYear) {

  /** The years that are looked at to find those that a calendar knows. */
  private static final int FIRST = DateRange.NAMEABLE.first().getYear();

  private static final int LAST = DateRange.NAMEABLE.last().getYear() + 11;

  private static final Map<String, BankHolidays> KNOWN = new ConcurrentHashMap<>();

  static boolean isCalendar(String name) {
    return ReferenceData.standard().containsValue(HolidayCalendarId.of(name));
  }

  static BankHolidays of(String name) {
    return KNOWN.computeIfAbsent(name, BankHolidays::found);
  }

  /** Outside the years that it knows, the library's calendar has weekends alone and says nothing. */
  private static BankHolidays found(String name) {
    HolidayCalendar days = ReferenceData.standard().getValue(HolidayCalendarId.of(name));
    int[] years =
        IntStream.rangeClosed(FIRST, LAST).filter(year -> hasHoliday(days, Year.of(year))).toArray();
    return years.length == 0
        ? new BankHolidays(name, days, FIRST, LAST)
        : new BankHolidays(name, days, years[0], years[years.length - 1]);
  }

  private static boolean hasHoliday(HolidayCalendar days, Year year) {
    return year.atDay(1).datesUntil(year.plusYears(1).atDay(1))
        .anyMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && days.isHoliday(day));
  }

  /** Whether banks are closed on the day; empty in a year that the calendar does not know. */
  Optional<Boolean> isClosed(LocalDate day) {
    return day.getYear() < firstYear || day.getYear() > lastYear
        ? Optional.empty()
        : Optional.of(days.isHoliday(day) && !isNoLongerClosed(day));
  }

  /** The holidays that the library has and banks do not keep. */
  private boolean isNoLongerClosed(LocalDate day) {
    return switch (name) {
      case "DKCO" -> isGreatPrayerDay(day);
      case "USNY", "NYFD" -> isFridayBeforeJuneteenth(day);
      default -> false;
    };
  }

  /**
   * Denmark has abolished the Great Prayer Day (store bededag), the fourth Friday after Easter, from 2024 on: bill L 13 of the
   * Folketing's session 2022-23 (second gathering), passed on 28 February 2023.
   */
  private static boolean isGreatPrayerDay(LocalDate day) {
    return day.getYear() >= 2024 && day.equals(easter(day.getYear()).plusDays(26));
  }

  /**
   * In New York a holiday on a Saturday does not move (domain page, section 11; so the Federal Reserve Banks' holiday schedules). The
   * library moves one of them, Juneteenth, to the Friday before.
   */
  private static boolean isFridayBeforeJuneteenth(LocalDate day) {
    return day.getMonth() == Month.JUNE && day.getDayOfMonth() == 18 && day.getDayOfWeek() == DayOfWeek.FRIDAY;
  }

  /** Easter Sunday by the Gregorian calendar, as J. Meeus computes it (Astronomical Algorithms, chapter 8). */
  private static LocalDate easter(int year) {
    int century = year / 100;
    int golden = year % 19;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    int late = (golden + 11 * moon + 22 * weekday) / 451;
    int days = moon + weekday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
