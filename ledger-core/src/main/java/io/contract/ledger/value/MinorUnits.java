package io.contract.ledger.value;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The decimals of each currency by ISO 4217: those that the Java runtime knows, with what it lacks (ADR 0035). Codes without a minor
 * unit, as of metals, are no currencies of agreements.
 *
 * <p>Example: USD has 2, JPY 0, BHD 3, UYW 4.
 */
public final class MinorUnits {

  /** ISO 4217 amendment 169: Uruguay's Unidad Previsional, numeric code 927. The runtime's list does not have it. */
  private static final Map<String, Integer> MISSING = Map.of("UYW", 4);

  private static final Map<String, Integer> ALL = all();

  private MinorUnits() {}

  private static Map<String, Integer> all() {
    Map<String, Integer> all = new TreeMap<>(MISSING);
    Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .forEach(currency -> all.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits()));
    return Map.copyOf(all);
  }

  /** The decimals of the currency; empty when no currency with a minor unit has the code. */
  public static Optional<Integer> of(String code) {
    return Optional.ofNullable(ALL.get(code));
  }
}
