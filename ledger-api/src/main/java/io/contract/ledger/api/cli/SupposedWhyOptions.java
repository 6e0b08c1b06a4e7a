package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a figure of a what-if or a forecast to explain. */
final class SupposedWhyOptions {

  @Mixin
  private WhyOptions why = new WhyOptions();

  @Option(names = "--clause", paramLabel = "CLAUSE", description = "With --why: the figure of this revenue share or fixed payment, where there are several.")
  private @Nullable String clause;

  /**
   * The query, with the figure to explain if one is named.
   *
   * @throws CommandFailure when options are given that need a figure, and no figure is named
   */
  Query in(Query query) {
    if (clause != null && !why.isAsked()) {
      throw CommandFailure.unusable("--clause goes with --why; say which figure");
    }
    return why.in(query).with("clause", clause);
  }

  /** Whether a figure is to be explained. */
  boolean isAsked() {
    return why.isAsked();
  }

  /**
   * Asks for the explanation and prints it.
   *
   * @param path the path of the question whose answer has the figure
   * @param supposed the supposed facts or scenarios that are posted with that question
   */
  void explain(LedgerClient client, String path, Query query, Value.Tree supposed, boolean json) {
    String explain = path + "/explain";
    Terminal.sayAll(
        json ? Json.write(client.ask(explain, query, supposed)) : client.askText(explain, query, supposed));
  }
}
