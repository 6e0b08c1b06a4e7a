package io.contract.ledger.position;

import java.util.List;

/**
 * The position under one reading.
 *
 * @param figures gross, accrued, forgone, paid, waived, outstanding, due, overdue, credit, interest, interestPaid
 */
public record ReadPosition(
    Reading reading, Figures figures, List<CapPosition> caps, List<PeriodRow> periods) {
  public ReadPosition {
    caps = List.copyOf(caps);
    periods = List.copyOf(periods);
  }
}
