package io.contract.ledger.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The point on the two axes of time that a question is about, and the form of the answer. */
final class QuestionOptions {

  @Option(names = "--effective-on", paramLabel = "DATE", description = "The day the question is about, e.g. 2021-07-15 (default: today).")
  private @Nullable String effectiveOn;

  @Option(names = "--known-at", paramLabel = "INSTANT", description = "Use only what was recorded by then, e.g. 2021-07-15T00:00:00Z (default: everything).")
  private @Nullable String knownAt;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  Query query() {
    return Query.NONE.with("effectiveOn", effectiveOn).with("knownAt", knownAt);
  }
}
