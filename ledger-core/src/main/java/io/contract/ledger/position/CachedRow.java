package io.contract.ledger.position;

import io.contract.ledger.payment.ClaimState;
import java.time.LocalDate;

/**
 * A row with what it was made of.
 *
 * @param stood the claim as the fold had it, before its interest ran on to the day
 */
record CachedRow(
    LocalDate day, ClaimState stood, ClaimState claim, WorkedPeriod worked, PeriodStatus status, PeriodRow row) {

  /** Whether nothing at all has happened to it; what has accrued nothing may be reported meanwhile, which changes its status. */
  @SuppressWarnings("ReferenceEquality")
  boolean isUntouched(LocalDate asked, ClaimState now, WorkedPeriod nowWorked) {
    return stood == now && worked == nowWorked && day.equals(asked) && now.accrued().isPositive();
  }

  boolean isOf(ClaimState other, WorkedPeriod otherWorked, PeriodStatus otherStatus) {
    return status == otherStatus && worked.sumsAs(otherWorked) && claim.comesToAs(other);
  }
}
