package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Value;
import java.util.function.Function;
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

  /**
   * Prints the answer, in JSON if that is asked for.
   *
   * @param text writes the answer as text
   * @return the exit status
   */
  int say(Value.Tree answer, Function<Value.Tree, String> text) {
    Terminal.sayAll(json ? Json.write(answer) : text.apply(answer));
    return 0;
  }

  /**
   * Asks why a figure is what it is, and prints the explanation in the same form.
   *
   * @param of the address of the answer that has the figure
   * @return the exit status
   */
  int explain(LedgerClient client, String of, Query query) {
    String path = of + "/explain";
    Terminal.sayAll(json ? Json.write(client.get(path, query)) : client.text(path, query));
    return 0;
  }
}
