package io.contract.ledger.value;

/**
 * One thing that is wrong: where, which rule, and a sentence that names the field, the value and the rule.
 *
 * <p>Example: {@code /amount, amount-precision, "amount 12.345 has 3 decimals; USD has 2"}.
 */
public record Violation(Pointer path, Code code, String message) {

  /** The same violation seen from a tree that holds this one at {@code above}. */
  public Violation below(Pointer above) {
    return new Violation(path.below(above), code, message);
  }
}
