package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.ObligationsText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code obligations [AGREEMENT]}: who owes what to whom and by when, and who may do what. */
@Command(name = "obligations", description = "Shows who owes what to whom, by when, and who may do what: of one agreement, or of all.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar obligations acme-globex --party acme",
    "  java -jar ledger.jar obligations --status overdue",
    "  java -jar ledger.jar obligations --due-through 2021-12-31 --party acme",
    "  java -jar ledger.jar obligations acme-globex --status all --effective-on 2021-07-19 --json",
    "  java -jar ledger.jar obligations acme-globex --why outstanding --ref share/2021-Q2",
    "",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class ObligationsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "AGREEMENT", description = "The agreement's id; all agreements without one.")
  private @Nullable String agreement;

  @Option(names = "--party", paramLabel = "PARTY", description = "Only what concerns this party, on either side: what it owes or is owed, must or may do.")
  private @Nullable String party;

  @Option(names = "--status", paramLabel = "STATUS", description = "Only this status, e.g. due or overdue; all also shows what is settled.")
  private @Nullable String status;

  @Option(names = "--due-through", paramLabel = "DATE", description = "Only what is due by that day, under all agreements.")
  private @Nullable String dueThrough;

  @Option(names = "--ending-soon", description = "Only what ends within 90 days.")
  private boolean endingSoon;

  @Option(names = "--why", paramLabel = "FIGURE", description = "Explain this figure of one row instead, named by --ref: amount, outstanding, dueOn or status.")
  private @Nullable String why;

  @Option(names = "--ref", paramLabel = "REF", description = "With --why: the row, e.g. share/2021-Q2.")
  private @Nullable String ref;

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    LedgerClient client = server.client();
    if (why != null || ref != null) {
      return explain(client);
    }
    Query query =
        question.query().with("party", party).with("status", status).with("endingSoon", endingSoon ? "true" : null);
    if (agreement == null) {
      Value.Tree all = client.all("/obligations", query.with("dueThrough", dueThrough));
      return question.say(all, ObligationsText::ofAll);
    }
    if (dueThrough != null) {
      throw CommandFailure.unusable("--due-through is for all agreements; leave out " + agreement);
    }
    Value.Tree one = client.all("/agreements/" + agreement + "/obligations", query);
    return question.say(one, ObligationsText::ofOne);
  }

  private int explain(LedgerClient client) {
    if (agreement == null || why == null || ref == null) {
      throw CommandFailure.unusable(
          "--why explains a figure of one row of one agreement; name AGREEMENT, --why and --ref");
    }
    Query query = question.query().with("figure", why).with("ref", ref);
    return question.explain(client, "/agreements/" + agreement, query);
  }
}
