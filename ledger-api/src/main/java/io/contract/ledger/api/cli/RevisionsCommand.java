package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.RevisionsText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code revisions AGREEMENT CLAUSE}: what each amendment changed in a clause. */
@Command(name = "revisions", description = "Shows every revision of a clause, attribute by attribute.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar revisions microsoft-openai licence",
    "  java -jar ledger.jar revisions acme-globex share --effective-on 2021-12-31 --json",
    "",
    "Exit status: 0 success, 1 there is no such agreement or clause or no server, 2 wrong usage."
})
final class RevisionsCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Parameters(index = "1", paramLabel = "CLAUSE", description = "The clause's id.")
  private String clause = "";

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Value.Tree answer =
        server.client().all("/agreements/" + agreement + "/clauses/" + clause + "/revisions", question.query());
    return question.say(answer, revisions -> RevisionsText.of(clause, revisions));
  }
}
