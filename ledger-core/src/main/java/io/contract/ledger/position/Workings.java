package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CapTerms;
import java.util.List;
import java.util.Optional;

/**
 * How the position of a clause came about under one reading: every line with its operands, every claim with what settled it. What
 * explains a figure, or books it, reads this and computes nothing again (ADR 0021).
 *
 * @param position the figures that these workings come to
 * @param rows what was brought forward, and every period begun, in the order of {@code position.periods()}
 * @param caps in the order of {@code position.caps()}
 * @param settlement how all claims stand
 */
public record Workings(
    ReadPosition position, List<Row> rows, List<Cap> caps, Settlement settlement) {
  public Workings {
    rows = List.copyOf(rows);
    caps = List.copyOf(caps);
  }

  /** A period: its lines in the order in which they accrued, and how its claim stands on the day. */
  public record Row(Claim claim, WorkedPeriod period, ClaimState state, PeriodRow row) {}

  /**
   * A cap that the position shows.
   *
   * @param counting the days that count in the window shown; empty when none does
   * @param filledBy the number of the line that filled its room; empty while none has, and where the cap came without room
   */
  public record Cap(CapTerms terms, Optional<DateRange> counting, Optional<Integer> filledBy, CapPosition position) {}
}
