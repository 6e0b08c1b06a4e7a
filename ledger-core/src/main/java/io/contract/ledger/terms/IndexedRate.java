package io.contract.ledger.terms;

import java.math.BigDecimal;

/**
 * A yearly rate that is an index with something added, and never below zero (domain page, section 16).
 *
 * <p>Example: SOFR and 0.02 more. SOFR fixed at 0.05 makes 7 % from that day on, fixed at −0.03 it makes 0 %.
 *
 * @param index the name of the index, e.g. {@code SOFR}
 * @param spread what is added, as a fraction; may be below zero
 */
public record IndexedRate(String index, BigDecimal spread) implements InterestRates {

  /** The rate while the index is fixed at that. */
  public BigDecimal at(BigDecimal fixing) {
    return fixing.add(spread).max(BigDecimal.ZERO);
  }
}
