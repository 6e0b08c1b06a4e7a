package io.contract.ledger.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How exact fractions become money: the only place that rounds (domain page, section 5).
 *
 * @param mode {@link Mode#HALF_UP} rounds halves away from zero, {@link Mode#HALF_EVEN} to the even neighbour
 * @param at whether each line is rounded, or the running total of its period, a line being the difference of two rounded totals
 */
public record Rounding(Mode mode, At at) {

  /** How a half is rounded. */
  public enum Mode {
    HALF_UP(RoundingMode.HALF_UP),
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode java;

    Mode(RoundingMode java) {
      this.java = java;
    }
  }

  /** What is rounded. */
  public enum At {
    LINE,
    PERIOD
  }

  /** Half-up, line by line: the default. */
  public static final Rounding DEFAULT = new Rounding(Mode.HALF_UP, At.LINE);

  /** The fraction in the currency's minor unit: 1/3 of a dollar is USD 0.33, 7 % of JPY 12,345 (864.15) is JPY 864. */
  public Money round(BigFraction exact, Currency currency) {
    BigDecimal rounded =
        new BigDecimal(exact.getNumerator())
            .divide(
                new BigDecimal(exact.getDenominator()),
                currency.decimals(),
                mode.java);
    return new Money(currency, rounded);
  }
}
