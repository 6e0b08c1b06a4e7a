package io.contract.ledger.explain;

import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;

/** The exact value of a node of an explanation. */
public sealed interface Quantity {

  /** The value as it is shown. */
  String text();

  /**
   * A number. Shown as a decimal where it is one, with at least {@code decimals} of them, else as {@code n/d}.
   *
   * <p>Example: 4700 with 2 decimals is {@code 4700.00}, 1/8 is {@code 0.125}, 100/3 is {@code 100/3}.
   */
  record Exact(BigFraction fraction, int decimals) implements Quantity {

    @Override
    public String text() {
      int places = places(fraction.getDenominator());
      if (places < 0) {
        return fraction.getNumerator() + "/" + fraction.getDenominator();
      }
      return new BigDecimal(fraction.getNumerator())
          .divide(new BigDecimal(fraction.getDenominator()), Math.max(places, decimals), RoundingMode.UNNECESSARY)
          .toPlainString();
    }

    /** How many decimals 1 over the denominator has; below zero when they never end. */
    private static int places(BigInteger denominator) {
      int twos = denominator.getLowestSetBit();
      BigInteger rest = denominator.shiftRight(twos);
      BigInteger five = BigInteger.valueOf(5);
      int fives = 0;
      while (rest.mod(five).signum() == 0) {
        rest = rest.divide(five);
        fives++;
      }
      return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : -1;
    }
  }

  /** A day. */
  record Day(LocalDate date) implements Quantity {
    @Override
    public String text() {
      return date.toString();
    }
  }

  /** A word, such as a status. */
  record Word(String text) implements Quantity {}

  /** A value that cannot be determined. */
  record Undetermined() implements Quantity {
    @Override
    public String text() {
      return "undetermined";
    }
  }

  /** No value: a cap that is not reached has no day on which it was. */
  record None() implements Quantity {
    @Override
    public String text() {
      return "none";
    }
  }

  static Exact of(Money money) {
    return new Exact(money.toFraction(), money.currency().decimals());
  }

  /** The decimal, with as many decimals as it was written with. */
  static Exact of(BigDecimal decimal) {
    return new Exact(Fractions.of(decimal), Math.max(0, decimal.scale()));
  }

  static Exact of(long whole) {
    return new Exact(BigFraction.of(BigInteger.valueOf(whole)), 0);
  }
}
