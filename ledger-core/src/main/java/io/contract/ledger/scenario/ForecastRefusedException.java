package io.contract.ledger.scenario;

import io.contract.ledger.value.Violation;
import java.util.List;

/** A forecast cannot be made of these assumptions. */
public final class ForecastRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Names what is wrong.
   *
   * @param violations at least one, with places in the question
   */
  public ForecastRefusedException(List<Violation> violations) {
    // No stack trace: this is an answer, not a fault.
    super(violations.getFirst().message(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** All violations, the one of highest precedence first. */
  public List<Violation> violations() {
    return violations;
  }
}
