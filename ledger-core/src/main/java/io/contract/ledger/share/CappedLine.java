package io.contract.ledger.share;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A line with what the caps left of it (domain page, section 5, step 3).
 *
 * @param gross the share before any cap
 * @param accrued gross less forgone
 * @param forgone what a cap cut off; negative when a negative line took back what had been cut off
 * @param limits the caps that limited the line, in the order written
 */
public record CappedLine(Line line, Money gross, Money accrued, Money forgone, List<Limit> limits) {
  public CappedLine {
    limits = List.copyOf(limits);
  }

  /**
   * The day on which the evenly spread gross reaches the room of a limit: the ⌈room × days ÷ gross⌉th of the line.
   *
   * <p>Example: room 60 under a gross of 100 over 91 days is filled on the 55th day (54.6 rounded up).
   */
  public LocalDate filledOn(Limit limit) {
    Money room = java.util.Objects.requireNonNull(limit.room());
    BigFraction day =
        room.toFraction()
            .multiply(BigFraction.of(Math.toIntExact(line.days().days())))
            .divide(gross.toFraction());
    return line.days().first().plusDays(Fractions.ceiling(day) - 1);
  }

  /**
   * A cap as it stood for a line.
   *
   * @param index place of the cap in the clause, from 0
   * @param window the days it counts over
   * @param counted what counted toward it before the line
   * @param open what of earlier lines was open, and used room (basis {@code paid}); zero on basis {@code accrued}
   * @param room amount − counted − open, may be below zero; null when the amount is not disclosed
   */
  public record Limit(
      int index, CapTerms terms, DateRange window, Money counted, Money open, @Nullable Money room) {}
}
