package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.AmendmentsText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code amendments AGREEMENT}: the chain of amendments. */
@Command(name = "amendments", description = "Shows the amendments of an agreement in the order in which they work, and what each does.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar amendments microsoft-openai",
    "  java -jar ledger.jar amendments microsoft-openai --effective-on 2025-12-31",
    "",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class AmendmentsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Value.Tree answer = server.client().all("/agreements/" + agreement + "/amendments", question.query());
    return question.say(answer, AmendmentsText::of);
  }
}
