package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Money;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The gross share of a line with the steps that led to it (domain page, section 5, step 2).
 *
 * @param exact amount × rate, or by tiers f(after) − f(before)
 * @param filled what the bands were filled by before and after; empty where there is one rate
 * @param totals the running totals of the period before the line
 * @param rounded the exact share as money, or the difference of two rounded totals
 * @param floored what is left of it where a period below zero counts as zero
 * @param recouped what of it pays back advances, 0 or more
 */
public record Gross(
    BigFraction exact, Optional<Filled> filled, Totals totals, Money rounded, Money floored, Money recouped) {

  /**
   * The cumulative base of the tier window, without the line and with it.
   *
   * @param window the days whose lines fill the bands together
   */
  public record Filled(DateRange window, BigFraction before, BigFraction after) {}

  /**
   * What the revenue of a period has come to so far.
   *
   * @param exact sum of the exact shares of its lines
   * @param rounded sum of what they were rounded to
   */
  public record Totals(BigFraction exact, Money rounded) {}

  /** The share before any cap. */
  public Money amount() {
    return floored.minus(recouped);
  }

  /** The same, paying back of the advances what a positive line can: first in line, before any cap. */
  Gross payingBack(Money advances) {
    return new Gross(exact, filled, totals, rounded, floored, floored.atLeastZero().min(advances));
  }
}
