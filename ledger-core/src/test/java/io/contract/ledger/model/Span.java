package io.contract.ledger.model;

import java.time.LocalDate;

/**
 * Days from a first through a last.
 *
 * @param yearEnds the last month of the years that a period's name counts; 12 for those of the calendar, and for what is no period
 */
record Span(LocalDate first, LocalDate last, int yearEnds) implements Comparable<Span> {

  Span(LocalDate first, LocalDate last) {
    this(first, last, 12);
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

  /** The order of periods: by last day, then by first day. */
  @Override
  public int compareTo(Span other) {
    int byLast = last.compareTo(other.last);
    return byLast != 0 ? byLast : first.compareTo(other.first);
  }

  /** The period that holds the day. Its scheme is {@code quarter}, or {@code quarter@6} in years that end with June. */
  static Span period(String scheme, LocalDate day) {
    int at = scheme.indexOf('@');
    int months = switch (at < 0 ? scheme : scheme.substring(0, at)) {
      case "month" -> 1;
      case "quarter" -> 3;
      case "half-year" -> 6;
      default -> 12;
    };
    LocalDate first = day.withDayOfMonth(1);
    int yearEnds = at < 0 || months == 1 ? 12 : Integer.parseInt(scheme.substring(at + 1));
    while ((first.getMonthValue() + 11 - yearEnds % 12) % months != 0) {
      first = first.minusMonths(1);
    }
    return new Span(first, first.plusMonths(months).minusDays(1), yearEnds);
  }

  /** The name of the period. */
  String periodName() {
    if (equals(BROUGHT_FORWARD)) {
      return "brought-forward";
    }
    int month = (first.getMonthValue() + 11 - yearEnds % 12) % 12 + 1;
    int year = yearEnds == 12 || first.getMonthValue() <= yearEnds ? first.getYear() : first.getYear() + 1;
    return (yearEnds == 12 ? "" : "FY") + year + switch ((int) days() / 28) {
      case 1 -> "-" + (month < 10 ? "0" : "") + month;
      case 3 -> "-Q" + (month + 2) / 3;
      case 6 -> "-H" + (month + 5) / 6;
      default -> "";
    };
  }
}
