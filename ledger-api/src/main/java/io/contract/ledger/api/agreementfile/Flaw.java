package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;

/**
 * One reason why a file is unreadable or why one of its facts is refused, with its place.
 *
 * <p>Example: {@code 12:22: /history/0/revenue/amount: 'amount' must be a decimal number in quotes, …}.
 */
public record Flaw(Place place, Pointer path, Code code, String message) {

  /** The flaw as one line that begins with the name of the file: {@code acme.yaml:12:22: /agreement/id: …}. */
  public String in(String file) {
    return PlacedMessage.in(file, place, path.path(), message);
  }

  /** The flaw as a violation whose message gives the line and column too. */
  public Violation located() {
    return new Violation(path, code, PlacedMessage.of(place, message));
  }

  /** {@code {path, line, column, code, message}}. */
  public Value.Tree write() {
    return new TreeBuilder().put("path", path.path()).put("line", place.line()).put("column", place.column())
        .put("code", code.slug()).put("message", message).build();
  }
}
