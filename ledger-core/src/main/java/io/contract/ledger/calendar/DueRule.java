package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When something is due: days or months after a period's last day, moved off holidays (domain page, sections 5, 11 and 13; ADR 0038).
 *
 * <p>Example: 45 days, {@code following} on {@code USNY}: the quarter ending 2020-12-31 is due on 2021-02-16, because
 * 2021-02-14 is a Sunday and the 15th is Presidents' Day.
 *
 * @param term how long after the period's last day
 * @param roll what happens to a date on a holiday
 * @param calendar the name of a calendar, or of several that count together ({@link Holidays})
 */
public record DueRule(Term term, Roll roll, String calendar) {

  /** So many days after. */
  public DueRule(int days, Roll roll, String calendar) {
    this(new Term.Days(days), roll, calendar);
  }

  /** How a due date on a holiday is moved. */
  public enum Roll {
    NONE,
    FOLLOWING,
    MODIFIED_FOLLOWING,
    PRECEDING
  }

  /** How long after a day something is due, before any roll. */
  public sealed interface Term {

    /** The day of the month that is always its last. */
    int LAST = 31;

    /**
     * So many days.
     *
     * @param days 0 or more
     */
    record Days(int days) implements Term {}

    /**
     * So many months, on a day of the month.
     *
     * @param months 0 or more
     * @param day the day of the month, 1 to 31; empty where it stays as it is. A day that the month lacks is its last one, so that 31 is
     *     always the last
     */
    record Months(int months, Optional<Integer> day) implements Term {

      /**
       * The day of the month on which it is due, counted from a period's last day: where none is stated the day stays, and the last of a
       * month stays the last.
       */
      public int dayAfter(LocalDate lastDay) {
        return day.orElseGet(
            () -> lastDay.getDayOfMonth() == lastDay.lengthOfMonth() ? LAST : lastDay.getDayOfMonth());
      }
    }

    /** The day that is so long after the last day of a period. */
    default LocalDate after(LocalDate lastDay) {
      return switch (this) {
        case Days(int days) -> lastDay.plusDays(days);
        case Months it -> onDay(lastDay, it.months(), it.dayAfter(lastDay));
      };
    }

    /** In words: {@code 45 days after 2021-03-31}, {@code 1 month after 2021-03-31 on day 15}. */
    default String words(LocalDate lastDay) {
      return switch (this) {
        case Days(int days) -> days + " days after " + lastDay;
        case Months(int months, Optional<Integer> day) ->
          months + (months == 1 ? " month" : " months") + " after " + lastDay
              + day.map(on -> on == LAST ? " on the last day" : " on day " + on).orElse("");
      };
    }
  }

  /**
   * The day of the month that is so many months after the day's; the month's last one where it lacks that day.
   *
   * <p>Example: 1 month after 2021-01-15, on day 31, is 2021-02-28.
   */
  public static LocalDate onDay(LocalDate day, long months, int dayOfMonth) {
    YearMonth month = YearMonth.from(day).plusMonths(months);
    return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
  }

  /** The date before any roll. */
  public LocalDate unadjusted(LocalDate lastDay) {
    return term.after(lastDay);
  }

  /**
   * The due date of a period with that last day; empty where the roll would have to know holidays of a year that the calendar does
   * not know.
   */
  public Optional<LocalDate> dueOn(LocalDate lastDay) {
    return rolled(unadjusted(lastDay), roll, new Holidays(calendar));
  }

  /** The date, moved off holidays; empty where that would have to know holidays of a year that the calendar does not know. */
  public static Optional<LocalDate> rolled(LocalDate date, Roll roll, Holidays holidays) {
    return switch (roll) {
      case NONE -> Optional.of(date);
      case FOLLOWING -> open(date, 1, holidays);
      case PRECEDING -> open(date, -1, holidays);
      case MODIFIED_FOLLOWING -> open(date, 1, holidays)
          .flatMap(
              following -> following.getMonth() == date.getMonth() ? Optional.of(following) : open(date, -1, holidays));
    };
  }

  /** The first day from the date on, in steps of a day forward or back, that is no holiday. */
  private static Optional<LocalDate> open(LocalDate date, int step, Holidays holidays) {
    LocalDate day = date;
    Optional<Boolean> isClosed = holidays.isClosed(day);
    while (isClosed.filter(closed -> closed).isPresent()) {
      day = day.plusDays(step);
      isClosed = holidays.isClosed(day);
    }
    return isClosed.isPresent() ? Optional.of(day) : Optional.empty();
  }

  /**
   * Why a period with that last day has no due date by this rule; empty when it has one.
   *
   * <p>Example: {@code due 45 days after 2099-12-31: holiday calendar USNY knows the years 1950 to 2099}.
   */
  public Optional<String> whyNoDueDate(LocalDate lastDay) {
    return dueOn(lastDay).isPresent()
        ? Optional.empty()
        : Optional.of("due " + term.words(lastDay) + ": " + new Holidays(calendar).knownYears());
  }
}
