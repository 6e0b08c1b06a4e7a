package io.contract.ledger.position;

import io.contract.ledger.payment.ClaimState;

/**
 * A row as of one day, with what it was computed from.
 *
 * @param stood the claim in the fold, before its interest runs on to the day
 */
record CachedRow(ClaimState stood, ClaimState claim, WorkedPeriod worked, PeriodStatus status, PeriodRow row) {

  /**
   * Whether nothing has happened to the row since, on the same day. Reports change the status of a row that has accrued nothing.
   */
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
