package io.contract.ledger.payment;

import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The simple interest that runs on a claim's overdue principal (domain page, section 5, step 5).
 *
 * <p>Example: 8 % by Act/360 from 2021-03-31: by 2021-05-15, 45 days later, it comes to 1/100 of the principal.
 *
 * @param rate for a year, as a fraction ≥ 0
 * @param from the due date, adjusted or not, as the clause says: the first day does not count
 * @param dueOn the due date, adjusted: what is settled by then was never overdue, wherever interest would run from
 * @param rounding how it becomes money
 */
public record LateInterest(BigDecimal rate, DayCount dayCount, LocalDate from, LocalDate dueOn, Rounding rounding) {

  /** What part of principal that was overdue from the beginning is interest by the day; 0 through the due date. */
  public BigFraction factor(LocalDate day) {
    return day.isAfter(from) && day.isAfter(dueOn)
        ? Fractions.of(rate).multiply(dayCount.years(from, day))
        : BigFraction.ZERO;
  }
}
