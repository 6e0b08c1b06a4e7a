package io.contract.ledger.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * When something is due: days after a period's last day, moved off holidays (domain page, sections 5 and 11).
 *
 * <p>Example: 45 days, {@code following} on {@code USNY}: the quarter ending 2020-12-31 is due on 2021-02-16, because
 * 2021-02-14 is a Sunday and the 15th is Presidents' Day.
 *
 * @param days days after the period's last day, 0 or more
 * @param roll what happens to a date on a holiday
 * @param calendar the calendar's name: {@code SatSun}, or one of Strata's such as {@code USNY}, {@code GBLO}, {@code EUTA}
 */
public record DueRule(int days, Roll roll, String calendar) {

  /** How a due date on a holiday is moved. */
  public enum Roll {
    NONE,
    FOLLOWING,
    MODIFIED_FOLLOWING,
    PRECEDING
  }

  /** Weekends only: the calendar when none is named. */
  public static final String WEEKENDS = "SatSun";

  /** Whether there is a holiday calendar of that name. */
  public static boolean isCalendar(String name) {
    return name.equals(WEEKENDS) || (name.matches("[A-Za-z]{2,20}") && Holidays.isCalendar(name));
  }

  /** The date before any roll. */
  public LocalDate unadjusted(LocalDate lastDay) {
    return lastDay.plusDays(days);
  }

  /** The due date of a period with that last day. */
  public LocalDate dueOn(LocalDate lastDay) {
    LocalDate date = unadjusted(lastDay);
    if (roll == Roll.NONE) {
      return date;
    }
    Predicate<LocalDate> closed = calendar.equals(WEEKENDS) ? DueRule::isWeekend : Holidays.of(calendar);
    return switch (roll) {
      case NONE -> date;
      case FOLLOWING -> first(date, 1, closed);
      case PRECEDING -> first(date, -1, closed);
      case MODIFIED_FOLLOWING -> {
        LocalDate following = first(date, 1, closed);
        yield following.getMonth() == date.getMonth() ? following : first(date, -1, closed);
      }
    };
  }

  private static LocalDate first(LocalDate date, int step, Predicate<LocalDate> closed) {
    LocalDate day = date;
    while (closed.test(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }

  /**
   * Strata's holiday calendars. A class of its own, so that only a rule that names one of them loads the library: loading it takes
   * longer than checking an agreement file.
   */
  private static final class Holidays {

    private static boolean isCalendar(String name) {
      return ReferenceData.standard().containsValue(HolidayCalendarId.of(name));
    }

    private static Predicate<LocalDate> of(String name) {
      return ReferenceData.standard().getValue(HolidayCalendarId.of(name))::isHoliday;
    }
  }
}
