package io.contract.ledger.model;

import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/** The years between two days as a fraction (domain page, section 5, {@code lateInterest}). */
final class ModelledDayCount {

  private ModelledDayCount() {}

  static BigFraction years(String dayCount, LocalDate from, LocalDate to) {
    return switch (dayCount) {
      case "Act/365F" -> BigFraction.of(days(from, to), 365);
      case "Act/360" -> BigFraction.of(days(from, to), 360);
      case "30/360" -> BigFraction.of(thirtyDayMonths(from, to), 360);
      case "Act/Act ISDA" -> byCalendarYear(from, to);
      default -> throw new AssertionError("no day count: " + dayCount);
    };
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) (to.toEpochDay() - from.toEpochDay());
  }

  /** Bond basis: the 31st as a first day is the 30th; as a last day too, if the first day is then the 30th. */
  private static int thirtyDayMonths(LocalDate from, LocalDate to) {
    int first = Math.min(from.getDayOfMonth(), 30);
    int last = to.getDayOfMonth() == 31 && first == 30 ? 30 : to.getDayOfMonth();
    return 360 * (to.getYear() - from.getYear()) + 30 * (to.getMonthValue() - from.getMonthValue()) + last - first;
  }

  /** Days of leap years by 366, those of other years by 365. */
  private static BigFraction byCalendarYear(LocalDate from, LocalDate to) {
    int leap = 0;
    int common = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      leap += day.isLeapYear() ? 1 : 0;
      common += day.isLeapYear() ? 0 : 1;
    }
    return BigFraction.of(leap, 366).add(BigFraction.of(common, 365));
  }
}
