package io.contract.ledger.money;

import io.contract.ledger.value.MinorUnits;

/**
 * A currency of ISO 4217, with the decimals of its minor unit.
 *
 * <p>Example: {@code Currency.of("BHD")} has 3 decimals.
 *
 * @param code the three letters
 * @param decimals 0 or more
 */
public record Currency(String code, int decimals) {

  /**
   * The currency of that code.
   *
   * @throws IllegalArgumentException when there is none with a minor unit
   */
  public static Currency of(String code) {
    return new Currency(
        code,
        MinorUnits.of(code).orElseThrow(() -> new IllegalArgumentException("no currency is called " + code)));
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
