package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Money;

/** The origin of what accrues (domain page, sections 5 and 11). */
public sealed interface Origin {

  /** Revenue of a run of days. */
  record Revenue(Line line, Gross gross) implements Origin {}

  /**
   * A shortfall of a guaranteed share.
   *
   * @param accrued what had accrued in the window without it; may be negative
   */
  record Shortfall(Guarantee guarantee, Money accrued) implements Origin {}

  /**
   * The excess that a window's cap cut off, carried into the next window.
   *
   * @param window the window that cut it off
   * @param cutOff the amount that it had cut off
   */
  record Carried(DateRange window, Money cutOff) implements Origin {}

  /** A sum that the clause fixes. */
  record Fixed(FixedSum sum) implements Origin {}

  /** A balance brought forward, judged by no rate and no cap. */
  record Balance(Known<BroughtForward> balance) implements Origin {}
}
