package io.contract.ledger.obligation;

import io.contract.ledger.position.PeriodStatus;
import java.time.LocalDate;
import java.util.Optional;

/** The state of a clause's dates on the day of the question. */
final class Timing {

  private Timing() {}

  /** The status of something with that due date on the day. */
  static String dueStatus(Optional<LocalDate> dueOn, LocalDate day) {
    PeriodStatus status =
        dueOn
            .map(
                due -> due.isAfter(day) ? PeriodStatus.DUE_LATER
                    : due.isEqual(day) ? PeriodStatus.DUE : PeriodStatus.OVERDUE)
            .orElse(PeriodStatus.UNDATED);
    return status.slug();
  }

  /** Whether the last day has not passed on the day, and comes within 90 days of it. */
  static boolean endsSoon(Optional<LocalDate> last, LocalDate day) {
    return last.filter(end -> !end.isBefore(day) && !end.isAfter(day.plusDays(90))).isPresent();
  }
}
