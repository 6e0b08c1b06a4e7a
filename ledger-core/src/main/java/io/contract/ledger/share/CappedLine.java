package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A line that accrues, with what caps cut off it (domain page, section 5, step 3).
 *
 * @param days the days of the revenue; for another origin, the one day on which it accrues
 * @param gross the share before any cap; zero for carried excess
 * @param accrued gross less forgone
 * @param forgone what a cap cut off; negative when a negative line takes back, or a later window lets accrue, what had been cut off
 * @param limits the caps that limited the line, in the order written
 * @param takenBack what a negative line took back from windows that had cut it off, in the order taken
 */
public record CappedLine(
    Origin origin, DateRange days, Money gross, Money accrued, Money forgone, List<Limit> limits,
    List<Taken> takenBack) {
  public CappedLine {
    limits = List.copyOf(limits);
    takenBack = List.copyOf(takenBack);
  }

  /** A line that no cap limits. */
  public static CappedLine unlimited(Origin origin, LocalDate on, Money amount) {
    return new CappedLine(
        origin, DateRange.of(on, on), amount, amount, Money.zero(amount.currency()), List.of(), List.of());
  }

  /**
   * The day on which the evenly spread gross fills the room of a limit: the ⌈room × days ÷ gross⌉th day of the line.
   *
   * <p>Example: room 60 under a gross of 100 over 91 days is filled on the 55th day (54.6 rounded up).
   */
  public LocalDate filledOn(Money room) {
    if (days.days() == 1) {
      return days.first();
    }
    BigFraction day =
        room.toFraction()
            .multiply(BigFraction.of(Math.toIntExact(days.days())))
            .divide(gross.toFraction());
    return days.first().plusDays(Fractions.ceiling(day) - 1);
  }

  /** An amount taken back from what a window had cut off. */
  public record Taken(DateRange window, Money amount) {}

  /**
   * A cap as it limited a line.
   *
   * @param index place of the cap in the clause, from 0
   * @param window the days over which it limits and counts, from its start on
   * @param counted what counted toward it before the line
   * @param open the open amount of earlier lines, which uses room on basis {@code paid}; zero on basis {@code accrued}
   * @param room amount − counted − open, may be below zero; null when the amount is not disclosed
   */
  public record Limit(
      int index, CapTerms terms, DateRange window, Money counted, Money open, @Nullable Money room) {}
}
