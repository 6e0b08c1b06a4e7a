package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Money paid on a revenue share.
 *
 * @param clause id of the revenue-share clause
 * @param amount what the payee received, above zero
 * @param withheld tax withheld for the payee, which settles too; zero or above
 * @param valueOn the day the money counts from
 */
public record Payment(
    String id,
    String clause,
    String payer,
    String payee,
    BigDecimal amount,
    BigDecimal withheld,
    Exchange exchange,
    LocalDate valueOn,
    Backing backing) {

  public Payment {
    if (withheld.signum() == 0) {
      // Zero is not stored, so that what is read back must not depend on how it was written.
      withheld = BigDecimal.ZERO;
    }
  }

  /** What the payment settles, in the agreement's currency: amount and withheld tax, each converted where it is another one. */
  public BigDecimal settles(Currency agreed) {
    return exchange.counted(amount, agreed).add(exchange.counted(withheld, agreed));
  }
}
