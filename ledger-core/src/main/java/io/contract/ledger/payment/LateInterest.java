package io.contract.ledger.payment;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.terms.Compounding;
import io.contract.ledger.terms.LateCharge;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The interest that runs on a claim's overdue principal (domain page, section 5, step 5, and section 15).
 *
 * <p>Example: 8 % by Act/360 from 2021-03-31: by 2021-05-15, 45 days later, it comes to 1/100 of the principal.
 *
 * @param from the due date, adjusted or not as the clause states; interest runs from the day after it
 * @param freeThrough the adjusted due date or the last day of grace; what is settled by then bears nothing, whatever {@code from} is
 * @param compounding when interest joins what bears interest
 * @param charge what is charged once for a claim that is open after that day
 * @param rounding how it becomes money
 */
public record LateInterest(
    RateSteps rates, DayCount dayCount, LocalDate from, LocalDate freeThrough, Compounding compounding,
    Optional<LateCharge> charge, Rounding rounding) {

  /** Whether interest joins what bears interest. */
  public boolean compounds() {
    return compounding != Compounding.NONE;
  }

  /** The days, after the one and through the other, on which interest joins what bears interest: none while there is none. */
  List<LocalDate> joinDays(LocalDate after, LocalDate through) {
    return compounding.lastDays(DateRange.later(after, freeThrough), through);
  }

  /** The interest by the day, as a part of principal that has been overdue from the beginning; 0 through the last free day. */
  public BigFraction factor(LocalDate day) {
    return day.isAfter(from) && day.isAfter(freeThrough)
        ? rates.between(from, day).stream()
            .map(span -> Fractions.of(span.rate()).multiply(dayCount.years(span.from(), span.to())))
            .reduce(BigFraction.ZERO, BigFraction::add)
        : BigFraction.ZERO;
  }
}
