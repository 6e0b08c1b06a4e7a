package io.contract.ledger.api.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The query of an address, with its question mark; empty when there are no parameters. */
record Query(String text) {

  static final Query NONE = new Query("");

  /** The query with one more parameter; unchanged when the value is null. */
  Query with(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    return new Query(
        text + (text.isEmpty() ? "?" : "&") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
