package io.contract.ledger.position;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;
import java.util.List;

/**
 * The position of one book of a revenue share (domain page, sections 5 and 12). Where readings differ, a figure has no value and its name is in
 * {@code undetermined}.
 *
 * @param name as of {@link io.contract.ledger.terms.ClauseHistory#nameOf}
 * @param figures gross, accrued, forgone, paid, waived, outstanding, due, overdue, credit, interest, interestPaid, interestWaived
 * @param caps the caps of the revision in force, else last in force, in the order written; none in any but its book
 * @param periods every period begun by the day with a day of a revision in it that names the book, in order
 * @param undetermined names of the figures, of the position and of its caps, that differ or cannot be known, and {@code
 *     periods} where a row lacks one
 * @param readings every reading with its own figures; empty when the clause leaves nothing open
 */
public record Position(
    String name,
    ClauseId clause,
    Book book,
    Figures figures,
    List<CapPosition> caps,
    List<PeriodRow> periods,
    List<String> undetermined,
    List<ReadPosition> readings) {
  public Position {
    caps = List.copyOf(caps);
    periods = Blocks.of(periods);
    undetermined = List.copyOf(undetermined);
    readings = List.copyOf(readings);
  }
}
