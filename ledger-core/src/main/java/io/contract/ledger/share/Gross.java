package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Money;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The gross share of a line with the steps that led to it (domain page, section 5, step 2).
 *
 * @param base the amount on which it is computed: the line's, with no more deductions than count
 * @param exact base × rate, or by tiers f(after) − f(before)
 * @param filled the base in the bands before and after the line; empty where there is one rate
 * @param totals the running totals of the period before the line
 * @param rounded the exact share as money, or the difference of two rounded totals
 * @param floored {@code rounded}, after a period below zero has been counted as zero where the clause has a floor
 * @param recouped the part that pays back advances, 0 or more
 */
public record Gross(
    BigFraction base, BigFraction exact, Optional<Filled> filled, Totals totals, Money rounded, Money floored,
    Money recouped) {

  /**
   * The cumulative base of the tier window, without the line and with it.
   *
   * @param window the days whose lines fill the bands together
   */
  public record Filled(DateRange window, BigFraction before, BigFraction after) {}

  /**
   * The running totals of a period.
   *
   * @param exact sum of the exact shares of its lines
   * @param rounded sum of their rounded shares
   * @param reported what is reported for them
   */
  public record Totals(BigFraction exact, Money rounded, Deductible reported) {}

  /** The share before any cap. */
  public Money amount() {
    return floored.minus(recouped);
  }

  /** The same gross, after a positive line has paid back advances as far as it can. Advances are paid back before any cap. */
  Gross payingBack(Money advances) {
    return new Gross(base, exact, filled, totals, rounded, floored, floored.atLeastZero().min(advances));
  }
}
