package io.contract.ledger.scenario;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.Book;
import java.util.List;

/**
 * The outcome of a period in a book.
 *
 * @param row the period as it would stand on the last day of the forecast
 * @param readings the row under every reading; empty when the clause leaves nothing open
 */
public record PeriodOutlook(ClauseId clause, Book book, PeriodRow row, List<Read> readings) {
  public PeriodOutlook {
    readings = List.copyOf(readings);
  }

  /** The period under one reading. */
  public record Read(Reading reading, PeriodRow row) {}
}
