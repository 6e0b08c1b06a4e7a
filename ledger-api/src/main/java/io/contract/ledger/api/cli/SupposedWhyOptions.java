package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which figure of what is supposed is asked why. */
final class SupposedWhyOptions {

  @Mixin
  private WhyOptions why = new WhyOptions();

  @Option(names = "--clause", paramLabel = "CLAUSE", description = "With --why: the figure of this revenue share, where there are several.")
  private @Nullable String clause;

  /**
   * The query with the figure, if one is asked why.
   *
   * @throws CommandFailure when only a part of it is said
   */
  Query in(Query query) {
    if (clause != null && !why.isAsked()) {
      throw new CommandFailure(CommandFailure.UNUSABLE, "--clause goes with --why; say which figure");
    }
    return why.in(query).with("clause", clause);
  }

  /** Whether a figure is asked why. */
  boolean isAsked() {
    return why.isAsked();
  }

  /**
   * Asks, and says the answer.
   *
   * @param path of the question whose answer has the figure
   * @param supposed what that question is asked with
   */
  void explain(LedgerClient client, String path, Query query, Value.Tree supposed, boolean json) {
    String explain = path + "/explain";
    Terminal.sayAll(
        json ? Json.write(client.ask(explain, query, supposed)) : client.askText(explain, query, supposed));
  }
}
