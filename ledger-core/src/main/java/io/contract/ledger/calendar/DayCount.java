package io.contract.ledger.calendar;

import com.opengamma.strata.basics.date.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** The name in clauses: {@code Act/365F}. */
  public String label() {
    return label;
  }

  /** The names of all day counts, as clauses write them. */
  public static String[] names() {
    return Arrays.stream(values()).map(dayCount -> dayCount.label).toArray(String[]::new);
  }

  /**
   * The part of a year between two days. The first day counts and the last does not; 0 when they are the same.
   *
   * @throws IllegalArgumentException when {@code to} is before {@code from}
   */
  public BigFraction years(LocalDate from, LocalDate to) {
    return parts(from, to).stream().map(part -> BigFraction.of(part.days(), part.of())).reduce(
        BigFraction.ZERO, BigFraction::add);
  }

  /**
   * The same part as it is counted, before the fraction is reduced: {@code 91/365}, {@code 17/365 + 74/366}.
   *
   * @throws IllegalArgumentException when {@code to} is before {@code from}
   */
  public String counted(LocalDate from, LocalDate to) {
    return parts(from, to).stream().map(part -> part.days() + "/" + part.of()).collect(Collectors.joining(" + "));
  }

  /** A number of days, and the days of the year that they are part of. */
  private record Part(int days, int of) {}

  private List<Part> parts(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("expected a day from " + from + " on, found " + to);
    }
    return switch (this) {
      case ACT_365F -> List.of(new Part(Days.between(DayCounts.ACT_365F, from, to), 365));
      case ACT_360 -> List.of(new Part(Days.between(DayCounts.ACT_360, from, to), 360));
      case THIRTY_360 -> List.of(new Part(Days.between(DayCounts.THIRTY_360_ISDA, from, to), 360));
      case ACT_ACT_ISDA -> byCalendarYears(from, to);
    };
  }

  private static List<Part> byCalendarYears(LocalDate from, LocalDate to) {
    List<Part> parts = new ArrayList<>();
    LocalDate day = from;
    do {
      LocalDate next = DateRange.earlier(to, LocalDate.of(day.getYear() + 1, 1, 1));
      parts.add(new Part(Days.between(DayCounts.ACT_ACT_ISDA, day, next), day.lengthOfYear()));
      day = next;
    } while (day.isBefore(to));
    return parts;
  }

  /** A class of its own, so that only interest loads the library. */
  private static final class Days {

    private static int between(com.opengamma.strata.basics.date.DayCount dayCount, LocalDate from, LocalDate to) {
      return dayCount.days(from, to);
    }
  }
}
