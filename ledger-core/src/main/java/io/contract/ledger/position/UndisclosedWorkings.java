package io.contract.ledger.position;

import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Revision;
import java.util.List;

/**
 * The workings of a clause's position under one reading where an undisclosed rate judges a line: as {@link Workings}, as far as
 * they are known.
 *
 * @param position the figures that these workings come to
 * @param rows a row for what was brought forward and for every period begun, in the order of {@code position.periods()}
 * @param lines the lines of all books, in order
 * @param paid payments, and the settled amounts of balances brought forward
 * @param undisclosed the revision that judges the first such line
 */
public record UndisclosedWorkings(
    ReadPosition position, List<Row> rows, List<Line> lines, List<Allocation.Source.ByPayment> paid,
    Revision undisclosed) {
  public UndisclosedWorkings {
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    paid = List.copyOf(paid);
  }

  /** A period with its reported revenue, cut into lines. What accrued on them is unknown. */
  public record Row(Claim claim, List<Line> lines, PeriodRow row) {
    public Row {
      lines = List.copyOf(lines);
    }
  }
}
