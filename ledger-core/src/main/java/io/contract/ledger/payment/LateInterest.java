package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
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
 * The interest that runs on a claim's overdue principal (domain page, section 5, step 5, and sections 15 and 16).
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

  /** The same interest by other rates. */
  LateInterest by(RateSteps other) {
    return new LateInterest(other, dayCount, from, freeThrough, compounding, charge, rounding);
  }

  /** Whether interest has run by the day on principal that has been overdue from the beginning. */
  private boolean runsBy(LocalDate day) {
    return day.isAfter(from) && day.isAfter(freeThrough);
  }

  /** The day from which what is known by the one day to have run and is known by a later one has run in between. */
  LocalDate runsFrom(LocalDate after) {
    return runsBy(after) ? after : from;
  }

  /** Whether what runs through the day, after that by the other, is known: rates of an index are not before it is fixed. */
  boolean isKnown(LocalDate after, LocalDate through) {
    return !runsBy(through) || rates.areKnownFrom(runsFrom(after));
  }

  /**
   * The interest through the day, as a part of principal that has been overdue from the beginning, less that by the other; 0 through the
   * last free day, and for days of which the rate is not known.
   */
  public BigFraction factor(LocalDate after, LocalDate through) {
    if (!runsBy(through) || !through.isAfter(after)) {
      return BigFraction.ZERO;
    }
    LocalDate runsFrom = runsFrom(after);
    // A span that holds the day counts from its own first day, as it does when all of it has run.
    LocalDate counted = DateRange.later(from, rates.holdsFrom(runsFrom));
    return sum(counted, through).subtract(sum(counted, runsFrom));
  }

  private BigFraction sum(LocalDate first, LocalDate last) {
    BigFraction sum = BigFraction.ZERO;
    for (RateSteps.Span span : rates.between(first, last)) {
      Budget.look();
      sum = sum.add(Fractions.of(span.rate()).multiply(dayCount.years(span.from(), span.to())));
    }
    return sum;
  }
}
