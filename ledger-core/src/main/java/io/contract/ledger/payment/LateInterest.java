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
 * @param from the due date, adjusted or not as the clause states; interest runs from the day after it
 * @param dueOn the adjusted due date; what is settled by then was never overdue, whatever {@code from} is
 * @param rounding how it becomes money
 */
public record LateInterest(BigDecimal rate, DayCount dayCount, LocalDate from, LocalDate dueOn, Rounding rounding) {

  /** The interest by the day, as a part of principal that has been overdue from the beginning; 0 through the due date. */
  public BigFraction factor(LocalDate day) {
    return day.isAfter(from) && day.isAfter(dueOn)
        ? Fractions.of(rate).multiply(dayCount.years(from, day))
        : BigFraction.ZERO;
  }
}
