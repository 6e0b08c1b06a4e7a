package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The late interest of a period: simple, on overdue principal.
 *
 * @param from the due date, adjusted or not
 * @param dueOn the adjusted due date; what is settled by then bears no interest, even if interest runs from an earlier day
 */
record ModelledInterest(BigDecimal rate, String dayCount, LocalDate from, LocalDate dueOn) {

  /**
   * The interest on an amount that was open between two days. Both are counted from the due date, whenever the amount accrued (ADR
   * 0020).
   */
  BigFraction on(BigDecimal principal, LocalDate since, LocalDate until) {
    return ModelledLines.fraction(principal).multiply(ModelledLines.fraction(rate))
        .multiply(years(until).subtract(years(since)));
  }

  private BigFraction years(LocalDate until) {
    return until.isAfter(from) && until.isAfter(dueOn)
        ? ModelledDayCount.years(dayCount, from, until)
        : BigFraction.ZERO;
  }
}
