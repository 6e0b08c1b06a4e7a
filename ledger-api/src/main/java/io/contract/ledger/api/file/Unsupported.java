package io.contract.ledger.api.file;

import io.contract.ledger.agreement.FactKey;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Keys that the meaning knows and this version does not compute yet: they are refused by name, never ignored. */
final class Unsupported {

  static final List<String> EXPECTATIONS = List.of("statement");

  static final List<String> OF_A_POSITION = List.of("pendingAdjustments");

  private Unsupported() {}

  /** Every key of a fact. */
  static List<String> withFacts() {
    return Arrays.stream(FactKey.values()).map(FactKey::key).toList();
  }

  /** Every key of a kind of expectation, supported or not. */
  static List<String> withExpectations() {
    return Stream.concat(
        Arrays.stream(Expectation.Kind.values()).map(Expectation.Kind::key), EXPECTATIONS.stream())
        .toList();
  }

  /** The tree without those keys, each of which is named as a violation. */
  static Value.Tree leaveOut(Value.Tree tree, Pointer at, List<String> keys, List<Violation> found) {
    Value.Tree rest = tree;
    for (String key : keys) {
      if (tree.get(key).isPresent()) {
        found.add(new Violation(at.child(key), Code.UNKNOWN_FIELD, "'" + key + "' is not supported yet"));
        rest = rest.without(key);
      }
    }
    return rest;
  }
}
