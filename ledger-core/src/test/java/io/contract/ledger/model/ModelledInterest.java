package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The late interest of a period: simple, on overdue principal.
 *
 * @param from the due date, adjusted or not
 * @param dueOn the adjusted one: what is settled by then bears no interest, even if it runs from an earlier day
 */
record ModelledInterest(BigDecimal rate, String dayCount, LocalDate from, LocalDate dueOn) {

  /** On an amount open since {@code start}, for the days between two others. */
  BigFraction on(BigDecimal principal, LocalDate start, LocalDate since, LocalDate until) {
    return ModelledLines.fraction(principal).multiply(ModelledLines.fraction(rate))
        .multiply(years(start, until).subtract(years(start, since)));
  }

  private BigFraction years(LocalDate start, LocalDate until) {
    return until.isAfter(start) && until.isAfter(dueOn)
        ? ModelledDayCount.years(dayCount, start, until)
        : BigFraction.ZERO;
  }
}
