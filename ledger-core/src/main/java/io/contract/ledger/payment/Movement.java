package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;

/**
 * One step of a settlement, with what it was decided from: what an explanation reads, so that it need not settle again (ADR
 * 0021). The steps of a settlement stand in the order in which they were taken.
 */
public sealed interface Movement {

  /**
   * A line accrued; the first one is of the first line that accrued at all, and so on.
   *
   * @param before how its claim stood, its interest run to the day
   */
  record Accrued(ClaimState before, LocalDate day, Money amount) implements Movement {}

  /** Something was paid. */
  record Paid(Allocation.Source.ByPayment payment) implements Movement {}

  /** A payment, or the credit of a period below zero, settled principal: as much as was left of the one or open of the other. */
  record Settled(ClaimState before, Allocation by) implements Movement {}

  /** A payment settled interest: as much as was left of it, or open. */
  record InterestSettled(ClaimState before, Allocation by) implements Movement {}

  /** A waiver gave up as much as was left of it, or open. */
  record Waived(ClaimState before, LocalDate on, ClaimState.GivenUp by) implements Movement {}
}
