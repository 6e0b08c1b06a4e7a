package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.PositionText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code position AGREEMENT}: what has accrued, been paid and is outstanding, and how near the cap is. */
@Command(name = "position", description = "Shows what has accrued, been paid and is outstanding on each revenue share and fixed payment, and how near caps are.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar position acme-globex",
    "  java -jar ledger.jar position acme-globex --effective-on 2021-07-15 --known-at 2021-07-15T00:00:00Z",
    "  java -jar ledger.jar position microsoft-openai --clause openai-share --json",
    "  java -jar ledger.jar position acme-globex --effective-on 2021-07-15 --why accrued --period 2021-Q2",
    "  java -jar ledger.jar position acme-globex --effective-on 2021-07-15 --why headroom",
    "",
    "Where the text of a clause is open, each reading has a column of its own.",
    "--why shows what a figure follows from, step by step, down to the events and the attributes of the clause.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class PositionCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Option(names = "--clause", paramLabel = "CLAUSE", description = "Only this revenue share or fixed payment.")
  private @Nullable String clause;

  @Mixin
  private WhyOptions why = new WhyOptions();

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query = why.in(question.query().with("clause", clause));
    if (why.isAsked()) {
      return question.explain(server.client(), "/agreements/" + agreement, query);
    }
    Value.Tree answer = server.client().get("/agreements/" + agreement + "/position", query);
    return question.say(answer, PositionText::of);
  }
}
