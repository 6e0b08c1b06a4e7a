package io.contract.ledger.position;

import io.contract.ledger.terms.Book;
import java.util.List;

/**
 * The position of one book under one reading.
 *
 * @param figures gross, accrued, forgone, paid, waived, outstanding, due, overdue, credit, interest, interestPaid, interestWaived
 */
public record ReadPosition(
    Book book, Reading reading, Figures figures, List<CapPosition> caps, List<PeriodRow> periods) {
  public ReadPosition {
    caps = List.copyOf(caps);
    periods = Blocks.of(periods);
  }
}
