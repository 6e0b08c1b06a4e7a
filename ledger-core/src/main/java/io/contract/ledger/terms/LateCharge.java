package io.contract.ledger.terms;

import io.contract.ledger.money.Fractions;
import io.contract.ledger.money.Money;
import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is charged once for a claim that is still open after its days of grace (domain page, section 15).
 *
 * <p>Example: 5 % of what is open, of 100.00: 5.00.
 */
public sealed interface LateCharge {

  /** The charge for a claim of which that much is open, exact. */
  BigFraction on(Money open);

  /**
   * The same for every claim.
   *
   * @param amount 0 or more
   */
  record Fixed(Money amount) implements LateCharge {
    public Fixed {
      NotNegative.amount(amount);
    }

    @Override
    public BigFraction on(Money open) {
      return amount.toFraction();
    }
  }

  /**
   * A part of what is open.
   *
   * @param rate as a fraction ≥ 0
   */
  record Part(BigDecimal rate) implements LateCharge {
    public Part {
      NotNegative.rate(rate);
    }

    @Override
    public BigFraction on(Money open) {
      return open.toFraction().multiply(Fractions.of(rate));
    }
  }
}
