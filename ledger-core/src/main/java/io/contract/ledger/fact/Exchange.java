package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.RATE;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The currency in which a fact states its amounts, where that is not the agreement's, with the rate recorded for it.
 *
 * <p>Example: EUR 100.05 at a rate of 1.0875 counts as USD 108.80 (108.804375, rounded half-up).
 *
 * @param currency ISO 4217 code; null for the agreement's own
 * @param fxRate how much of the agreement's currency one unit is, above zero; null for the agreement's own
 */
public record Exchange(@Nullable String currency, @Nullable BigDecimal fxRate) {

  /** The agreement's own currency. */
  public static final Exchange NONE = new Exchange(null, null);

  static final Shape AMOUNT_FIELDS =
      Shape.of("")
          .required("amount", AMOUNT, "The amount.")
          .optional("currency", CURRENCY, "Of the amount; the agreement's unless said. Another one takes an fxRate.")
          .optional("fxRate", RATE, "How much of the agreement's currency one unit of another currency counts as.");

  static Exchange read(Fields fact) {
    return new Exchange(
        fact.optionalText("currency").orElse(null), fact.optionalDecimal("fxRate").orElse(null));
  }

  /** This exchange, without a currency where that is the agreement's. */
  Exchange canonical(Currency agreed) {
    return new Exchange(canonical(currency, agreed), fxRate);
  }

  /** The currency; null where it is the agreement's. */
  static @Nullable String canonical(@Nullable String currency, Currency agreed) {
    return agreed.code().equals(currency) ? null : currency;
  }

  /**
   * The amount with the decimals of the currency in which it is stated. An amount written with more decimals is unchanged, and is
   * refused: {@code 1.000} of USD is a thousand elsewhere.
   */
  BigDecimal canonical(BigDecimal amount, Currency agreed) {
    int decimals = stated(agreed).decimals();
    return amount.scale() > decimals ? amount : amount.setScale(decimals);
  }

  /** The currency in which amounts are stated. */
  public Currency stated(Currency agreed) {
    return currency == null ? agreed : Currency.of(currency);
  }

  /** The amount as it counts: amount × rate, rounded half-up to the agreement's minor unit (domain page, section 5). */
  public BigDecimal counted(BigDecimal amount, Currency agreed) {
    return fxRate == null
        ? amount
        : Rounding.DEFAULT.round(Fractions.of(amount).multiply(Fractions.of(fxRate)), agreed).amount();
  }
}
