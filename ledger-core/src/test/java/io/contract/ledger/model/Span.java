package io.contract.ledger.model;

import java.time.LocalDate;

/**
 * Days from a first through a last.
 *
 * @param years the years that a period's name counts: 12 or the month in which they end, or the day on which the first begins; 12 for what
 *     is no period. Of a period that is named by itself, its name behind an equals sign
 */
record Span(LocalDate first, LocalDate last, String years) implements Comparable<Span> {

  Span(LocalDate first, LocalDate last) {
    this(first, last, "12");
  }

  static final Span ALWAYS = new Span(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31));

  /** The span of the first row of a position, what was brought forward. It comes before every period. */
  static final Span BROUGHT_FORWARD = new Span(LocalDate.of(1800, 1, 1), LocalDate.of(1800, 1, 1));

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  long days() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The order of periods: by last day, then by first day, then by name. */
  @Override
  public int compareTo(Span other) {
    int byLast = last.compareTo(other.last);
    int byDays = byLast != 0 ? byLast : first.compareTo(other.first);
    return byDays != 0 || years.equals(other.years) ? byDays : periodName().compareTo(other.periodName());
  }

  /**
   * The period that holds the day. Its scheme is {@code quarter}, or {@code quarter@6} in years that end with June, or {@code
   * quarter@2021-03-15} in years that begin with that day.
   */
  static Span period(String scheme, LocalDate day) {
    int at = scheme.indexOf('@');
    int months = switch (at < 0 ? scheme : scheme.substring(0, at)) {
      case "month" -> 1;
      case "quarter" -> 3;
      case "half-year" -> 6;
      default -> 12;
    };
    String years = at < 0 ? "12" : scheme.substring(at + 1);
    if (years.length() > 2) {
      return ofContract(LocalDate.parse(years), months, day);
    }
    String ends = months == 1 ? "12" : years;
    LocalDate first = day.withDayOfMonth(1);
    while ((first.getMonthValue() + 11 - Integer.parseInt(ends) % 12) % months != 0) {
      first = first.minusMonths(1);
    }
    return new Span(first, first.plusMonths(months).minusDays(1), ends);
  }

  private static Span ofContract(LocalDate begin, int months, LocalDate day) {
    int number = 0;
    while (!begin.plusMonths((number + 1L) * months).isAfter(day)) {
      number++;
    }
    return new Span(begin.plusMonths((long) number * months), begin.plusMonths((number + 1L) * months).minusDays(1),
        begin.toString());
  }

  /** The name of the period. */
  String periodName() {
    if (equals(BROUGHT_FORWARD)) {
      return "brought-forward";
    }
    if (years.startsWith("=")) {
      return years.substring(1);
    }
    int months = switch ((int) days() / 28) {
      case 1 -> 1;
      case 3 -> 3;
      case 6 -> 6;
      default -> 12;
    };
    if (years.length() > 2) {
      int number = 0;
      while (!LocalDate.parse(years).plusMonths((long) number * months).equals(first)) {
        number++;
      }
      int part = number % (12 / months) + 1;
      return "CY" + (number * months / 12 + 1) + switch (months) {
        case 1 -> "-M" + (part < 10 ? "0" : "") + part;
        case 3 -> "-Q" + part;
        case 6 -> "-H" + part;
        default -> "";
      };
    }
    int ends = Integer.parseInt(years);
    int month = (first.getMonthValue() + 11 - ends % 12) % 12 + 1;
    int year = ends == 12 || first.getMonthValue() <= ends ? first.getYear() : first.getYear() + 1;
    return (ends == 12 ? "" : "FY") + year + switch (months) {
      case 1 -> "-" + (month < 10 ? "0" : "") + month;
      case 3 -> "-Q" + (month + 2) / 3;
      case 6 -> "-H" + (month + 5) / 6;
      default -> "";
    };
  }
}
