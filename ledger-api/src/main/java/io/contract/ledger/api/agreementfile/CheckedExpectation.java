package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of checking an expectation.
 *
 * @param expected what the file expects
 * @param found what the ledger answers instead; null when it has no such row
 * @param differences where the two differ; empty exactly when the expectation holds
 */
public record CheckedExpectation(Expectation expectation, Value expected, Value found, List<Mismatch> differences) {

  public CheckedExpectation {
    differences = List.copyOf(differences);
  }

  public boolean holds() {
    return differences.isEmpty();
  }

  /** The failure as one line: {@code acme.yaml:40: the cap cuts the second quarter: accrued expected "1000.00", found "940.00"}. */
  public String in(String file) {
    return PlacedMessage.in(file, expectation.place().line(), said());
  }

  /** The failure without its place: {@code the cap cuts the second quarter: accrued expected "1000.00", found "940.00"}. */
  public String said() {
    return expectation.that() + ": " + differences.stream().map(Mismatch::toString).collect(Collectors.joining("; "));
  }

  /** {@code {that, holds, expected, found, line}}. */
  public Value.Tree write() {
    return new TreeBuilder()
        .put("that", expectation.that())
        .put("holds", holds())
        .put("expected", expected)
        .put("found", found)
        .put("differences", differences.stream().map(difference -> Value.text(difference.toString())).toList())
        .put("line", expectation.place().line())
        .build();
  }
}
