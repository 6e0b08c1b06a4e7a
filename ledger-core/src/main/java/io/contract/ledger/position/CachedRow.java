package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.payment.ClaimState;
import java.util.Optional;

/**
 * A row as of one day, with what it was computed from.
 *
 * @param stood the claim in the fold, before its interest runs on to the day
 */
record CachedRow(ClaimState stood, ClaimState claim, WorkedPeriod worked, PeriodStatus status, PeriodRow row) {

  /**
   * Whether nothing has happened to the row since, on the same day. Reports change the status of a row that has accrued nothing.
   *
   * @param reported the days whose reports may have changed
   */
  @SuppressWarnings("ReferenceEquality")
  boolean isUntouched(ClaimState now, WorkedPeriod nowWorked, Optional<DateRange> reported) {
    return (stood == now || (stood.isNew() && now.isNew()))
        && (worked == nowWorked || (worked.lines().isEmpty() && nowWorked.lines().isEmpty()))
        && (now.accrued().isPositive() || !isReportedOtherwise(reported));
  }

  private boolean isReportedOtherwise(Optional<DateRange> reported) {
    return reported
        .filter(days -> claim.claim().period().filter(period -> period.days().overlaps(days)).isPresent())
        .isPresent();
  }

  boolean isOf(ClaimState other, WorkedPeriod otherWorked, PeriodStatus otherStatus) {
    return status == otherStatus && worked.sumsAs(otherWorked) && claim.comesToAs(other);
  }
}
