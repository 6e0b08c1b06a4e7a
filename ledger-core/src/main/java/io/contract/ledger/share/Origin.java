package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Money;

/** Where what accrues comes from (domain page, sections 5 and 11). */
public sealed interface Origin {

  /** Revenue of a run of days. */
  record Revenue(Line line, Gross gross) implements Origin {}

  /**
   * A shortfall: what a guaranteed share lacks.
   *
   * @param accrued what had accrued in the window without it; may be below zero
   */
  record Shortfall(Guarantee guarantee, Money accrued) implements Origin {}

  /**
   * What a window's cap cut off, carried into the window after it.
   *
   * @param window the window that cut it off
   * @param cutOff what it had cut off
   */
  record Carried(DateRange window, Money cutOff) implements Origin {}

  /** A balance brought forward, judged by no rate and no cap. */
  record Balance(Known<BroughtForward> balance) implements Origin {}
}
