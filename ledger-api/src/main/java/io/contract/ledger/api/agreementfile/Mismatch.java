package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Value;

/**
 * A difference between an answer and the expected one.
 *
 * @param key the part of the answer that differs: {@code accrued}, {@code periods 2021-Q2 accrued}
 * @param found null where there is no value
 */
public record Mismatch(String key, Value expected, Value found) {

  /** {@code accrued expected "1000.00", found "940.00"}. */
  @Override
  public String toString() {
    return (key.isEmpty() ? "" : key + " ") + "expected " + expected + ", found " + found;
  }
}
