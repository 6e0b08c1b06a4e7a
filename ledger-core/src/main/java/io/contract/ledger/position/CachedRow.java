package io.contract.ledger.position;

import io.contract.ledger.payment.ClaimState;

/**
 * A row of one day with what it was made of.
 *
 * @param stood the claim as the fold had it, before its interest ran on to the day
 */
record CachedRow(ClaimState stood, ClaimState claim, WorkedPeriod worked, PeriodStatus status, PeriodRow row) {

  /** Whether nothing at all has happened to it since, on the same day; reports change the status of what has accrued nothing. */
  @SuppressWarnings("ReferenceEquality")
  boolean isUntouched(ClaimState now, WorkedPeriod nowWorked, boolean isReportedAsBefore) {
    return (stood == now || (stood.isNew() && now.isNew()))
        && (worked == nowWorked || (worked.lines().isEmpty() && nowWorked.lines().isEmpty()))
        && (isReportedAsBefore || now.accrued().isPositive());
  }

  boolean isOf(ClaimState other, WorkedPeriod otherWorked, PeriodStatus otherStatus) {
    return status == otherStatus && worked.sumsAs(otherWorked) && claim.comesToAs(other);
  }
}
