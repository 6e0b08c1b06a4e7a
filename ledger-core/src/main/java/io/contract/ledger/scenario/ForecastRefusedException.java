package io.contract.ledger.scenario;

import io.contract.ledger.value.Violation;
import java.util.List;

/** A forecast cannot be made of these assumptions. */
public final class ForecastRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Says why not.
   *
   * @param violations at least one; their places are in the forecast as it is asked
   */
  public ForecastRefusedException(List<Violation> violations) {
    // No stack trace: this is an answer, not a fault.
    super(violations.getFirst().message(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** Everything that is wrong, the reason of highest precedence first. */
  public List<Violation> violations() {
    return violations;
  }
}
