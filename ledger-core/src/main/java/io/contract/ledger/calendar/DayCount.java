package io.contract.ledger.calendar;

import com.opengamma.strata.basics.date.DayCounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How days of interest become a fraction of a year, exactly (domain page, section 5; ISDA 2006 Definitions, section 4.16). Days
 * are counted by Strata; its year fractions are floating-point numbers, so the division is ours (ADR 0020).
 *
 * <p>Example: from 2023-12-15 to 2024-03-15, 91 days, is 91/365 by {@link #ACT_365F} and 17/365 + 74/366 by {@link
 * #ACT_ACT_ISDA}.
 */
public enum DayCount {
  /** Days over 365. */
  ACT_365F("Act/365F"),
  /** Days over 360. */
  ACT_360("Act/360"),
  /** Months of 30 days, years of 360 (bond basis). */
  THIRTY_360("30/360"),
  /** Days in common years over 365, days in leap years over 366. */
  ACT_ACT_ISDA("Act/Act ISDA");

  private final String label;

  DayCount(String label) {
    this.label = label;
  }

  /** The day count as clauses write it: {@code Act/365F}; empty when there is none of that name. */
  public static Optional<DayCount> named(String label) {
    return Arrays.stream(values()).filter(dayCount -> dayCount.label.equals(label)).findFirst();
  }

  /** The name that clauses write: {@code Act/365F}. */
  public String label() {
    return label;
  }

  /** What clauses may write. */
  public static String[] names() {
    return Arrays.stream(values()).map(dayCount -> dayCount.label).toArray(String[]::new);
  }

  /**
   * The part of a year from the one day to the other, the first counted, the last not; 0 when they are the same.
   *
   * @throws IllegalArgumentException when {@code to} is before {@code from}
   */
  public BigFraction years(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("expected a day from " + from + " on, found " + to);
    }
    return switch (this) {
      case ACT_365F -> BigFraction.of(Days.between(DayCounts.ACT_365F, from, to), 365);
      case ACT_360 -> BigFraction.of(Days.between(DayCounts.ACT_360, from, to), 360);
      case THIRTY_360 -> BigFraction.of(Days.between(DayCounts.THIRTY_360_ISDA, from, to), 360);
      case ACT_ACT_ISDA -> byCalendarYears(from, to);
    };
  }

  private static BigFraction byCalendarYears(LocalDate from, LocalDate to) {
    BigFraction years = BigFraction.ZERO;
    LocalDate day = from;
    while (day.isBefore(to)) {
      LocalDate next = DateRange.earlier(to, LocalDate.of(day.getYear() + 1, 1, 1));
      years = years.add(BigFraction.of(Days.between(DayCounts.ACT_ACT_ISDA, day, next), day.lengthOfYear()));
      day = next;
    }
    return years;
  }

  /** Apart, so that only interest loads the library. */
  private static final class Days {

    private static int between(com.opengamma.strata.basics.date.DayCount dayCount, LocalDate from, LocalDate to) {
      return dayCount.days(from, to);
    }
  }
}
