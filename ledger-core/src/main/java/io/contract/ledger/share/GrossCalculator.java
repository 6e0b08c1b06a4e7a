package io.contract.ledger.share;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The gross share of lines taken in date order (domain page, section 5, step 2). Remembers each period's running totals, which
 * rounding {@code at: period} and {@code floor} are defined on.
 */
public final class GrossCalculator {

  private final Currency currency;
  private final Map<Period, Totals> totals;

  /**
   * @param exact sum of amount × rate of the period's lines
   * @param rounded sum of what they were rounded to
   */
  private record Totals(BigFraction exact, Money rounded) {}

  public GrossCalculator(Currency currency) {
    this(currency, new HashMap<>());
  }

  private GrossCalculator(Currency currency, Map<Period, Totals> totals) {
    this.currency = currency;
    this.totals = totals;
  }

  /** Another that has seen the same lines, and goes its own way. */
  public GrossCalculator copy() {
    return new GrossCalculator(currency, new HashMap<>(totals));
  }

  /**
   * The line's share before any cap.
   *
   * <p>Example: three lines of 10.05 at 10 %: 1.01, 1.01, 1.01 half-up by line; 1.01, 1.00, 1.01 half-up by period.
   *
   * @throws IllegalArgumentException when the line's rate is not disclosed: there is no gross to compute
   */
  public Money gross(Line line) {
    if (line.share().rate() == null) {
      throw new IllegalArgumentException("expected a line with a disclosed rate, found " + line);
    }
    Rounding rounding = line.share().rounding();
    Totals before =
        totals.getOrDefault(line.period(), new Totals(BigFraction.ZERO, Money.zero(currency)));
    BigFraction exact = line.amount().multiply(Fractions.of(line.share().rate()));
    BigFraction exactTotal = before.exact().add(exact);
    Money rounded =
        switch (rounding.at()) {
          case LINE -> rounding.round(exact, currency);
          case PERIOD -> rounding.round(exactTotal, currency).minus(before.rounded());
        };
    Totals after = new Totals(exactTotal, before.rounded().plus(rounded));
    totals.put(line.period(), after);
    return line.share().floor()
        ? after.rounded().atLeastZero().minus(before.rounded().atLeastZero())
        : rounded;
  }
}
