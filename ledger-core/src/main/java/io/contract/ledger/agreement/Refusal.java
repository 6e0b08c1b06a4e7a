package io.contract.ledger.agreement;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Violation;
import java.util.Comparator;
import java.util.List;

/**
 * Why nothing was recorded: every rule the command breaks, the one of highest precedence first (domain page, section 6).
 *
 * <p>Throws {@link IllegalArgumentException} when there is no violation.
 */
public record Refusal(List<Violation> violations) {

  public Refusal {
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("a refusal names at least one violation");
    }
    violations = violations.stream().sorted(Comparator.comparing(Violation::code)).toList();
  }

  /** The reason of highest precedence. */
  public Code code() {
    return violations.getFirst().code();
  }

  /** The sentence of the first violation. */
  public String message() {
    return violations.getFirst().message();
  }
}
