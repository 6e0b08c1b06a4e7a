package io.contract.ledger.share;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.terms.Clause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is reported for a period by some line of it, from which follows how much of the deductions counts (domain page, section 14).
 *
 * <p>Example: at most 10 %, with streams of 400 and deductions of 60: 40 count and 20 are lost. 300 more without deductions: the 60 count,
 * 20 of them on that line.
 *
 * @param streams exact sum of what is added
 * @param deducted exact sum of what is subtracted; below zero where deductions were taken back
 */
public record Deductible(BigFraction streams, BigFraction deducted) {

  static final Deductible NOTHING = new Deductible(BigFraction.ZERO, BigFraction.ZERO);

  Deductible plus(Line line) {
    BigFraction less = line.deducted();
    return new Deductible(streams.add(line.amount()).add(less), deducted.add(less));
  }

  /** The part of the deductions that counts: no more than the fraction of the streams, where that is not below zero. */
  private BigFraction counting(BigDecimal atMost) {
    BigFraction most = streams.multiply(Fractions.of(atMost));
    BigFraction limit = most.signum() < 0 ? BigFraction.ZERO : most;
    return deducted.compareTo(limit) <= 0 ? deducted : limit;
  }

  /** The amount on which the line's share is computed, where this is reported by the lines of its period before it. */
  BigFraction base(Line line) {
    BigDecimal atMost = line.share().base().deductAtMost();
    return atMost == null
        ? line.amount()
        : line.amount().add(line.deducted()).subtract(plus(line).counting(atMost)).add(counting(atMost));
  }

  /** The amounts on which the shares of these lines are computed, by the first day of each. All lines of the clause are given, in order. */
  public static Map<LocalDate, BigFraction> bases(List<Line> lines) {
    Map<LocalDate, BigFraction> bases = new HashMap<>();
    Map<Period, Deductible> reported = new HashMap<>();
    for (Line line : lines) {
      Deductible before = reported.getOrDefault(line.period(), NOTHING);
      bases.put(line.days().first(), before.base(line));
      reported.put(line.period(), before.plus(line));
    }
    return bases;
  }

  /** Whether some revenue share limits its deductions. */
  public static boolean isLimited(Clause clause) {
    return clause instanceof Clause.RevenueShare share && share.base().deductAtMost() != null;
  }
}
