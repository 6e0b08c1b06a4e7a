package io.contract.ledger.position;

import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Revision;
import java.util.List;

/**
 * How the position of a clause came about under one reading where a line is judged by a rate that is not disclosed: as {@link
 * Workings}, as far as it is known.
 *
 * @param position the figures that these workings come to
 * @param rows what was brought forward, and every period begun, in the order of {@code position.periods()}
 * @param paid payments, and what balances brought forward say was settled
 * @param undisclosed the revision that judges the first such line
 */
public record UndisclosedWorkings(
    ReadPosition position, List<Row> rows, List<Allocation.Source.ByPayment> paid, Revision undisclosed) {
  public UndisclosedWorkings {
    rows = List.copyOf(rows);
    paid = List.copyOf(paid);
  }

  /** A period: the revenue reported for it, cut into lines, of which nothing is known to have accrued. */
  public record Row(Claim claim, List<Line> lines, PeriodRow row) {
    public Row {
      lines = List.copyOf(lines);
    }
  }
}
