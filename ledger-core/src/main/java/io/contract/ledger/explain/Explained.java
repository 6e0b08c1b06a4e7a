package io.contract.ledger.explain;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;

/** An explanation, or the reason why there is none. */
public sealed interface Explained {

  /** There is an explanation. */
  record Because(Explanation explanation) implements Explained {}

  /**
   * There is nothing to explain.
   *
   * @param violation the part of the question that is wrong, and what is wrong with it
   */
  record Unexplained(Violation violation) implements Explained {}

  static Explained not(String part, Code code, String message) {
    return new Unexplained(new Violation(Pointer.ROOT.child(part), code, message));
  }
}
