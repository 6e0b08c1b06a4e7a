package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the entries of a file's history and its expectations have in common. */
final class FileParts {

  /** The keys of facts. */
  static final List<String> FACTS = FactKind.UNDER_AGREEMENT.stream().map(FactKind::key).toList();

  private FileParts() {}

  /** Names a fact or an expectation that is missing, or that is one too many. */
  static List<Violation> oneOf(Value.Tree tree, Pointer at, String what, List<String> keys) {
    List<String> there = keys.stream().filter(key -> tree.get(key).isPresent()).toList();
    if (there.isEmpty()) {
      return List.of(
          new Violation(at, Code.MISSING_FIELD,
              "no " + what + " is here; one of " + String.join(", ", keys) + " is needed"));
    }
    return there.size() == 1
        ? List.of()
        : List.of(
            new Violation(at.child(there.get(1)), Code.INVALID_VALUE,
                "one " + what + " at a time: " + String.join(" and ", there) + " are here"));
  }

  /** The instant; empty when there is none, or none that can be read. */
  static Optional<Instant> instant(Optional<Value> value) {
    if (value.orElse(Value.NULL) instanceof Value.Text text) {
      try {
        return Optional.of(Instant.parse(text.text()));
      } catch (DateTimeException malformed) {
        // Another check judges the form and names what is wrong with it.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The kind of the fact in a tree that is known to hold exactly one. */
  static FactKind kindOf(Value.Tree tree) {
    return tree.entries().keySet().stream().flatMap(key -> FactKind.keyed(key).stream()).findFirst().orElseThrow();
  }
}
