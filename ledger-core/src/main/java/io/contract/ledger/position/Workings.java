package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CapTerms;
import java.util.List;
import java.util.Optional;

/**
 * The workings of the position of one book of a clause under one reading: every line with its operands, every claim with what settled it.
 * Explanations and the journal read these and compute nothing again (ADR 0021).
 *
 * <p>Where interest is not known, they are those in which it is the least (domain page, section 16).
 *
 * @param position the figures that these workings come to
 * @param known what of these figures is the same however much the interest is that is not known; {@code position} where none is
 * @param rows a row for what was brought forward and for every period begun, in the order of {@code position.periods()}
 * @param lines the lines of all books, in the order in which they accrued
 * @param caps in the order of {@code position.caps()}
 * @param settlement the settlement of the claims of all books
 */
public record Workings(
    ReadPosition position, ReadPosition known, List<Row> rows, List<WorkedLine> lines, List<Cap> caps,
    Settlement settlement) {
  public Workings {
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
    caps = List.copyOf(caps);
  }

  /** A period with its lines in the order in which they accrued, and its claim as of the day. */
  public record Row(Claim claim, WorkedPeriod period, ClaimState state, PeriodRow row) {}

  /**
   * A cap that the position shows.
   *
   * @param counting the days that count in the window shown; empty when none does
   * @param filledBy the number of the line that filled its room; empty while none has, and where the cap came without room
   */
  public record Cap(CapTerms terms, Optional<DateRange> counting, Optional<Integer> filledBy, CapPosition position) {}
}
