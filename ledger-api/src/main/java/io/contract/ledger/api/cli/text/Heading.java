package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;

/**
 * The first line of an answer, which tells what it is about: {@code acme-globex on 2021-07-15, as known at
 * 2021-07-15T00:00:00Z}.
 */
public final class Heading {

  private Heading() {}

  public static String of(Value.Tree answer) {
    Fields fields = new Fields(answer);
    return Terminal.bold(fields.text("agreement"))
        + " on "
        + fields.text("effectiveOn")
        + ", as known at "
        + fields.text("knownAt")
        + " (event "
        + fields.optionalWhole("sequence").orElse(0L)
        + ")";
  }
}
