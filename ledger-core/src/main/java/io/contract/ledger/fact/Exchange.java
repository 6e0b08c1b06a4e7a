package io.contract.ledger.fact;

import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Rounding;
import java.math.BigDecimal;
import java.util.Currency;
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

  /** What the amount counts as: amount × rate, rounded half-up to the agreement's minor unit (domain page, section 5). */
  public BigDecimal counted(BigDecimal amount, Currency agreed) {
    return fxRate == null
        ? amount
        : Rounding.DEFAULT.round(Fractions.of(amount).multiply(Fractions.of(fxRate)), agreed).amount();
  }
}
