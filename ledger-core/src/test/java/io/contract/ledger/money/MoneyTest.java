package io.contract.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are exact, at the decimals of their currency, and rounded only when that is asked for by name. */
class MoneyTest {

  @ParameterizedTest
  @CsvSource({"USD, 12.5, 12.50", "USD, -0.10, -0.10", "JPY, 12, 12", "JPY, 12.0, 12", "BHD, 1.2, 1.200",
      "USD, 1000, 1000.00"})
  void hasTheDecimalsOfItsCurrency(String currency, String amount, String shown) {
    assertThat(Money.of(currency, amount).toPlainString()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"USD, 12.345", "JPY, 0.5", "BHD, 0.0001"})
  void refusesMoreDecimalsThanTheCurrencyHas(String currency, String amount) {
    assertThatThrownBy(() -> Money.of(currency, amount))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(currency);
  }

  /** ISO 4217: none of the peso's hundredths in Chile's peso, four decimals of Chile's and Uruguay's units of account. */
  @ParameterizedTest
  @CsvSource({"USD, 2", "JPY, 0", "BHD, 3", "CLP, 0", "CLF, 4", "UYI, 0", "UYW, 4"})
  void aCurrencyHasTheDecimalsOfItsMinorUnit(String code, int decimals) {
    assertThat(Currency.of(code)).isEqualTo(new Currency(code, decimals)).hasToString(code);
  }

  @Test
  void aMetalIsNoCurrency() {
    assertThatThrownBy(() -> Currency.of("XAU")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no currency is called XAU");
  }

  @Test
  void isEqualWhenCurrencyAndValueAre() {
    assertThat(Money.of("USD", "12.5")).isEqualTo(Money.of("USD", "12.500"))
        .hasSameHashCodeAs(Money.of("USD", "12.50"));
    assertThat(Money.of("USD", "12")).isNotEqualTo(Money.of("EUR", "12"));
    assertThat(new Money(Currency.of("USD"), new BigDecimal("1E+3"))).isEqualTo(usd("1000"));
  }

  @Test
  void addsSubtractsAndCompares() {
    assertThat(usd("0.10").plus(usd("0.20"))).isEqualTo(usd("0.30"));
    assertThat(usd("1.00").minus(usd("2.50"))).isEqualTo(usd("-1.50"));
    assertThat(usd("-1.50").negated()).isEqualTo(usd("1.50"));
    assertThat(usd("1").min(usd("2"))).isEqualTo(usd("1"));
    assertThat(usd("2").min(usd("1"))).isEqualTo(usd("1"));
    assertThat(usd("1").max(usd("2"))).isEqualTo(usd("2"));
    assertThat(usd("2").max(usd("1"))).isEqualTo(usd("2"));
    assertThat(usd("-1").atLeastZero()).isEqualTo(usd("0"));
    assertThat(usd("1").atLeastZero()).isEqualTo(usd("1"));
  }

  @Test
  void refusesToMixCurrencies() {
    assertThatThrownBy(() -> usd("1").plus(Money.of("EUR", "1")))
        .hasMessage("expected an amount in USD, found EUR 1.00");
    assertThatThrownBy(() -> usd("1").compareTo(Money.of("EUR", "1"))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
      // numerator, denominator, currency → half-up (away from zero), half-even
      "1,      200, USD, 0.01,  0.00",
      "3,      200, USD, 0.02,  0.02",
      "-1,     200, USD, -0.01, 0.00",
      "-3,     200, USD, -0.02, -0.02",
      "1,      3,   USD, 0.33,  0.33",
      "2,      3,   USD, 0.67,  0.67",
      "86415,  100, JPY, 864,   864",
      "5,      2,   JPY, 3,     2",
      "1,      2000, BHD, 0.001, 0.000"})
  void roundsHalvesAsAsked(long numerator, long denominator, String currency, String halfUp, String halfEven) {
    BigFraction exact = BigFraction.of(numerator, denominator);

    assertThat(round(Rounding.Mode.HALF_UP, exact, currency)).isEqualTo(Money.of(currency, halfUp));
    assertThat(round(Rounding.Mode.HALF_EVEN, exact, currency)).isEqualTo(Money.of(currency, halfEven));
  }

  @Test
  void aHalfIsAHalfOnlyExactly() {
    // 0.005 less a trillionth.
    BigFraction below = BigFraction.of(1, 200).subtract(BigFraction.of(1, 1_000_000_000_000L));

    assertThat(round(Rounding.Mode.HALF_UP, below, "USD")).isEqualTo(usd("0.00"));
  }

  @Test
  void aDecimalIsAFractionExactly() {
    assertThat(Fractions.of(new BigDecimal("0.20"))).isEqualTo(BigFraction.of(1, 5));
    assertThat(Fractions.of(new BigDecimal("1E+3"))).isEqualTo(BigFraction.of(1000));
    assertThat(usd("-12.50").toFraction()).isEqualTo(BigFraction.of(-25, 2));
  }

  @ParameterizedTest
  @CsvSource({"7, 2, 4", "8, 2, 4", "0, 5, 0", "1, 1000000, 1"})
  void theCeilingIsTheLeastWholeNumberNotBelow(long numerator, long denominator, long ceiling) {
    assertThat(Fractions.ceiling(BigFraction.of(numerator, denominator))).isEqualTo(ceiling);
  }

  private static Money round(Rounding.Mode mode, BigFraction exact, String currency) {
    return new Rounding(mode, Rounding.At.LINE).round(exact, Currency.of(currency));
  }

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }
}
