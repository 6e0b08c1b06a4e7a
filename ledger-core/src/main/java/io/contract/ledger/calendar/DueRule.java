package io.contract.ledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

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
    return name.equals(WEEKENDS) || (name.matches("[A-Za-z]{2,20}") && BankHolidays.isCalendar(name));
  }

  /** The date before any roll. */
  public LocalDate unadjusted(LocalDate lastDay) {
    return lastDay.plusDays(days);
  }

  /**
   * The due date of a period with that last day; empty where the roll would have to know holidays of a year that the calendar does
   * not know.
   */
  public Optional<LocalDate> dueOn(LocalDate lastDay) {
    LocalDate date = unadjusted(lastDay);
    return switch (roll) {
      case NONE -> Optional.of(date);
      case FOLLOWING -> open(date, 1);
      case PRECEDING -> open(date, -1);
      case MODIFIED_FOLLOWING -> open(date, 1)
          .flatMap(following -> following.getMonth() == date.getMonth() ? Optional.of(following) : open(date, -1));
    };
  }

  /** The first day from the date on, in steps of a day forward or back, that is no holiday. */
  private Optional<LocalDate> open(LocalDate date, int step) {
    LocalDate day = date;
    Optional<Boolean> isClosed = isClosed(day);
    while (isClosed.filter(closed -> closed).isPresent()) {
      day = day.plusDays(step);
      isClosed = isClosed(day);
    }
    return isClosed.isPresent() ? Optional.of(day) : Optional.empty();
  }

  /** Empty in a year that the calendar does not know. */
  private Optional<Boolean> isClosed(LocalDate day) {
    return calendar.equals(WEEKENDS)
        ? Optional.of(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
        : BankHolidays.of(calendar).isClosed(day);
  }

  /**
   * Why a period with that last day has no due date by this rule; empty when it has one.
   *
   * <p>Example: {@code due 45 days after 2099-12-31: holiday calendar USNY knows the years 1950 to 2099}.
   */
  public Optional<String> whyNoDueDate(LocalDate lastDay) {
    if (dueOn(lastDay).isPresent()) {
      return Optional.empty();
    }
    BankHolidays known = BankHolidays.of(calendar);
    return Optional.of(
        "due " + days + " days after " + lastDay + ": holiday calendar " + calendar + " knows the years "
            + known.firstYear() + " to " + known.lastYear());
  }
}
