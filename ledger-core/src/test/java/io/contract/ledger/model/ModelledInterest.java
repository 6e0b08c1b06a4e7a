package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The late interest of a period: simple, on principal open after its first day.
 *
 * @param from the due date, adjusted or not
 */
record ModelledInterest(BigDecimal rate, String dayCount, LocalDate from) {

  /** On an amount open since {@code start}, for the days between two others. */
  BigFraction on(BigDecimal principal, LocalDate start, LocalDate since, LocalDate until) {
    return ModelledLines.fraction(principal).multiply(ModelledLines.fraction(rate))
        .multiply(years(start, until).subtract(years(start, since)));
  }

  private BigFraction years(LocalDate start, LocalDate until) {
    return until.isAfter(start) ? ModelledDayCount.years(dayCount, start, until) : BigFraction.ZERO;
  }
}
