package io.contract.ledger.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayConvention;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.time.LocalDate;

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

  /** Where a due date on a holiday goes. */
  public enum Roll {
    NONE(BusinessDayConventions.NO_ADJUST),
    FOLLOWING(BusinessDayConventions.FOLLOWING),
    MODIFIED_FOLLOWING(BusinessDayConventions.MODIFIED_FOLLOWING),
    PRECEDING(BusinessDayConventions.PRECEDING);

    private final BusinessDayConvention convention;

    Roll(BusinessDayConvention convention) {
      this.convention = convention;
    }
  }

  /** Weekends only: the calendar when none is named. */
  public static final String WEEKENDS = "SatSun";

  /** Whether there is a holiday calendar of that name. */
  public static boolean isCalendar(String name) {
    return name.matches("[A-Za-z]{2,20}") && ReferenceData.standard().containsValue(idOf(name));
  }

  /** The date before any roll. */
  public LocalDate unadjusted(LocalDate lastDay) {
    return lastDay.plusDays(days);
  }

  /** The due date of what is counted from that last day. */
  public LocalDate dueOn(LocalDate lastDay) {
    LocalDate date = unadjusted(lastDay);
    return roll == Roll.NONE
        ? date
        : roll.convention.adjust(date, ReferenceData.standard().getValue(idOf(calendar)));
  }

  private static HolidayCalendarId idOf(String name) {
    return HolidayCalendarId.of(name.equals(WEEKENDS) ? "Sat/Sun" : name);
  }
}
