package io.contract.ledger.position;

import io.contract.ledger.payment.ClaimState;

/**
 * A row as of one day, with what it was computed from.
 *
 * @param claim the claim, with the interest that has run by the day
 */
record CachedRow(ClaimState claim, WorkedPeriod worked, PeriodStatus status, PeriodRow row) {

  boolean isOf(ClaimState other, WorkedPeriod otherWorked, PeriodStatus otherStatus) {
    return status == otherStatus && worked.sumsAs(otherWorked) && claim.comesToAs(other)
        && claim.claim().dueOn().equals(other.claim().dueOn());
  }
}
