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
 * @param term how long after the day from which it counts
 * @param roll what happens to a date on a holiday
 * @param calendar the name of a calendar, or of several that count together ({@link Holidays})
 * @param after from which day it counts
 */
public record DueRule(Term term, Roll roll, String calendar, After after) {

  /** Counted from a period's last day. */
  public DueRule(Term term, Roll roll, String calendar) {
    this(term, roll, calendar, After.PERIOD);
  }

  /** So many days after a period's last day. */
  public DueRule(int days, Roll roll, String calendar) {
    this(new Term.Days(days), roll, calendar);
  }

  /** From which day a rule counts: from a period's last one, or from that on which the period is stated. */
  public enum After {
    PERIOD,
    STATEMENT
  }

  /**
   * The day from which something is counted.
   *
   * @param isLastOfPeriod whether it is the last day of a period: counted from it, the last day of a month stays the last
   */
  public record Start(LocalDate day, boolean isLastOfPeriod) {

    /** The last day of a period. */
    public static Start lastOfPeriod(LocalDate day) {
      return new Start(day, true);
    }

    /** Another day, such as that of a statement. */
    public static Start on(LocalDate day) {
      return new Start(day, false);
    }
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
       * The day of the month on which it is due: where none is stated the day stays, and counted from a period's last day the last of a
       * month stays the last.
       */
      public int dayAfter(Start start) {
        LocalDate from = start.day();
        return day.orElseGet(
            () -> start.isLastOfPeriod() && from.getDayOfMonth() == from.lengthOfMonth() ? LAST : from.getDayOfMonth());
      }
    }

    /** The day that is so long after. */
    default LocalDate after(Start start) {
      return switch (this) {
        case Days(int days) -> start.day().plusDays(days);
        case Months it -> onDay(start.day(), it.months(), it.dayAfter(start));
      };
    }

    /** In words: {@code 45 days after 2021-03-31}, {@code 1 month after 2021-03-31 on day 15}. */
    default String words(LocalDate start) {
      return switch (this) {
        case Days(int days) -> days + " days after " + start;
        case Months(int months, Optional<Integer> day) ->
          months + (months == 1 ? " month" : " months") + " after " + start
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
  public LocalDate unadjusted(Start start) {
    return term.after(start);
  }

  /** The due date; empty where the roll would have to know holidays of a year that the calendar does not know. */
  public Optional<LocalDate> dueOn(Start start) {
    return rolled(unadjusted(start), roll, new Holidays(calendar));
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
   * Why there is no due date by this rule, counted from there; empty when there is one.
   *
   * <p>Example: {@code due 45 days after 2099-12-31: holiday calendar USNY knows the years 1950 to 2099}.
   */
  public Optional<String> whyNoDueDate(Start start) {
    return dueOn(start).isPresent()
        ? Optional.empty()
        : Optional.of("due " + term.words(start.day()) + ": " + new Holidays(calendar).knownYears());
  }
}
