package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.id.ReportId;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.ShareRate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The revenue of a run of days, in one period, that one revision of the clause judges. It is the smallest unit on which a share
 * accrues (domain page, section 5, step 1). Lines of a clause share no day.
 *
 * <p>Example: a report of 910 for 91 days, cut on 2021-05-16, makes lines of 450 (45 days) and 460 (46 days).
 *
 * @param revision the revision in force on its days
 * @param share that revision's clause
 * @param pieces the part that each report contributes
 * @param amount the exact sum of the pieces; deducted streams count as negative, in full even where the clause limits them
 */
public record Line(
    DateRange days,
    Period period,
    Revision revision,
    Clause.RevenueShare share,
    List<Piece> pieces,
    BigFraction amount) {
  public Line {
    pieces = List.copyOf(pieces);
  }

  /** The part of the amount that deducted streams took away. */
  BigFraction deducted() {
    List<String> deduct = share.base().deduct();
    return deduct.isEmpty()
        ? BigFraction.ZERO
        : pieces.stream().filter(piece -> deduct.contains(piece.stream())).map(Piece::amount)
            .reduce(BigFraction.ZERO, BigFraction::subtract);
  }

  /** The rate of its days. */
  public ShareRate rate() {
    return share.rates().on(days.first());
  }

  /**
   * The part of a report that falls on a line's days, spread evenly over the report's days.
   *
   * @param setBy number of the event that set the report's amount
   * @param reported the amount of the whole report
   * @param reportedDays the days of the whole report
   * @param amount exact; negative when the stream is deducted and the amount positive
   */
  public record Piece(
      ReportId report, String stream, long setBy, BigFraction reported, long reportedDays, BigFraction amount) {}
}
