package io.contract.ledger.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Conversions between decimals and exact fractions. */
public final class Fractions {

  private Fractions() {}

  /** The decimal as a fraction, exactly: 0.20 is 1/5. */
  public static BigFraction of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? BigFraction.of(decimal.toBigIntegerExact())
        : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** The least whole number that is not below a fraction ≥ 0: ⌈7/2⌉ is 4. */
  public static long ceiling(BigFraction fraction) {
    BigInteger[] parts = fraction.getNumerator().divideAndRemainder(fraction.getDenominator());
    return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
  }
}
