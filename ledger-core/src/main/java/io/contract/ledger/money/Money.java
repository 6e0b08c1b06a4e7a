package io.contract.ledger.money;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An amount of one currency, exact, with exactly the decimals of the currency's minor unit (ISO 4217: USD 2, JPY 0, BHD 3).
 * May be negative. Two amounts are equal when currency and value are.
 *
 * <p>Example: {@code Money.of("USD", "12.5")} is USD 12.50; {@code Money.of("USD", "12.345")} throws.
 *
 * <p>An amount with more decimals than the currency throws {@link IllegalArgumentException}: rounding is asked for by name
 * ({@link Rounding#round}).
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {

  public Money {
    int decimals = currency.decimals();
    if (amount.scale() != decimals) {
      if (amount.stripTrailingZeros().scale() > decimals) {
        throw new IllegalArgumentException(
            amount + " has more than the " + decimals + " decimals of " + currency);
      }
      amount = amount.setScale(decimals);
    }
  }

  /** The amount in the currency of that ISO 4217 code. */
  public static Money of(String currency, String amount) {
    return new Money(Currency.of(currency), new BigDecimal(amount));
  }

  /** Nothing, in that currency. */
  public static Money zero(Currency currency) {
    return new Money(currency, BigDecimal.ZERO);
  }

  public Money plus(Money other) {
    return new Money(currency, amount.add(same(other).amount));
  }

  public Money minus(Money other) {
    return new Money(currency, amount.subtract(same(other).amount));
  }

  public Money negated() {
    return new Money(currency, amount.negate());
  }

  /** The smaller of the two. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger of the two. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** This amount, or nothing where it is below zero. */
  public Money atLeastZero() {
    return isNegative() ? zero(currency) : this;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /** The amount as an exact fraction. */
  public BigFraction toFraction() {
    return Fractions.of(amount);
  }

  /** The amount as decimals without exponent, with exactly the currency's decimals: {@code 12.50}. */
  public String toPlainString() {
    return amount.toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public String toString() {
    return currency + " " + toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("expected an amount in " + currency + ", found " + other);
    }
    return other;
  }
}
