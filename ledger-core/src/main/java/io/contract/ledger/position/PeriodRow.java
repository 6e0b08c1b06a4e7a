package io.contract.ledger.position;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One period of a revenue share.
 *
 * @param period its name, e.g. {@code 2021-Q2}
 * @param figures base, gross, accrued, forgone, settled, waived, outstanding, interest, interestPaid, interestWaived
 * @param dueOn empty when the clause has no due date
 * @param status empty where readings differ or the share cannot be determined
 */
public record PeriodRow(
    String period, Figures figures, Optional<LocalDate> dueOn, Optional<PeriodStatus> status) {}
