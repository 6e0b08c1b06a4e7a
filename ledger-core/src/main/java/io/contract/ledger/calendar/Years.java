package io.contract.ledger.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years one after another, of twelve months each, with their parts (domain page, section 13; ADR 0038): those of the calendar, the fiscal
 * years of an agreement, or its contract years.
 *
 * <p>Example: of fiscal years that end with June, 2025-10-01 is in FY2026, its second quarter FY2026-Q2.
 */
public sealed interface Years {

  /**
   * Years of whole months. They are named by the year in which they end: {@code FY2026}, and of the calendar {@code 2026}.
   *
   * @param last the month with which they end
   */
  record Ending(Month last) implements Years {

    /** The years of the calendar, named {@code 2021}. */
    public static final Years CALENDAR = new Ending(Month.DECEMBER);
  }

  /**
   * Years that begin on the anniversaries of a day, counted from 1: {@code CY1}. One that would begin on a day that its month lacks begins
   * on the last day of the month.
   */
  record From(LocalDate first) implements Years {}

  /** A day on which a year begins, from which all others are counted. */
  private LocalDate origin() {
    return switch (this) {
      // The first day of the year 2000, or of the fiscal year that ends in 2001.
      case Ending(Month last) -> LocalDate.of(2000, last.plus(1), 1);
      case From(LocalDate first) -> first;
    };
  }

  /** The number of the year that begins on {@link #origin}. */
  private int originYear() {
    return switch (this) {
      case Ending(Month last) -> last == Month.DECEMBER ? 2000 : 2001;
      case From _ -> 1;
    };
  }

  /** The part that is so many parts after the origin. */
  private DateRange part(long number, int months) {
    return DateRange.of(
        origin().plusMonths(number * months), origin().plusMonths((number + 1) * months).minusDays(1));
  }

  private long number(LocalDate day, int months) {
    long apart = 12L * (day.getYear() - origin().getYear()) + day.getMonthValue() - origin().getMonthValue();
    long number = Math.floorDiv(apart, months);
    return part(number, months).first().isAfter(day) ? number - 1 : number;
  }

  /** The year that holds the day. */
  default DateRange containing(LocalDate day) {
    return containing(day, 12);
  }

  /**
   * The part of a year that holds the day.
   *
   * @param months the months of a part: 1, 3, 6 or 12
   */
  default DateRange containing(LocalDate day, int months) {
    return part(number(day, months), months);
  }

  /** The name of the part that holds the day: {@code 2021-Q2}, {@code 2021-05}, {@code FY2026-H1}, {@code CY1-M01}. */
  default String nameOf(LocalDate day, int months) {
    long number = number(day, months);
    long parts = 12 / months;
    long year = originYear() + Math.floorDiv(number, parts);
    long part = Math.floorMod(number, parts) + 1;
    String whole =
        switch (this) {
          case Ending(Month last) -> (last == Month.DECEMBER ? "" : "FY") + padding(year) + year;
          case From _ -> "CY" + year;
        };
    return switch (months) {
      case 12 -> whole;
      case 6 -> whole + "-H" + part;
      case 3 -> whole + "-Q" + part;
      default -> whole + (this instanceof From ? "-M" : "-") + (part < 10 ? "0" : "") + part;
    };
  }

  private static String padding(long year) {
    return year < 10 ? "000" : year < 100 ? "00" : year < 1_000 ? "0" : "";
  }

  /** The part of that name; empty when none has it. */
  default Optional<DateRange> named(String name, int months) {
    Matcher year =
        (switch (this) {
          case Ending(Month last) -> last == Month.DECEMBER ? Named.OF_CALENDAR : Named.FISCAL;
          case From _ -> Named.OF_CONTRACT;
        }).matcher(name);
    if (!year.matches()) {
      return Optional.empty();
    }
    long parts = 12 / months;
    long first = (Long.parseLong(year.group(1)) - originYear()) * parts;
    for (long number = first; number < first + parts; number++) {
      DateRange part = part(number, months);
      if (nameOf(part.first(), months).equals(name) && part.first().getYear() > 0) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The forms of names. */
  final class Named {
    private static final Pattern OF_CALENDAR = Pattern.compile("(\\d{4})(-.*)?");
    private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})(-.*)?");
    private static final Pattern OF_CONTRACT = Pattern.compile("CY([1-9]\\d{0,3})(-.*)?");

    private Named() {}
  }
}
