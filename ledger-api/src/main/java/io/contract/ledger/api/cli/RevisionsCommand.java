package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Cells;
import io.contract.ledger.api.cli.text.ChangeText;
import io.contract.ledger.api.cli.text.Heading;
import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code revisions AGREEMENT CLAUSE}: what amendments made of a clause. */
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
    Terminal.sayAll(question.json() ? Json.write(answer) : text(answer));
    return 0;
  }

  private String text(Value.Tree answer) {
    StringBuilder text = new StringBuilder(Heading.of(answer)).append(": ").append(clause).append('\n');
    for (Value item : new Fields(answer).list("items")) {
      Fields row = Fields.of(item);
      long amendment = row.optionalWhole("amendment").orElse(0L);
      String who = amendment == 0 ? "The agreement" : "Amendment " + amendment;
      text.append('\n')
          .append(Terminal.bold(who + ", " + row.text("title")))
          .append(": ")
          .append(days(row))
          .append(" (event ")
          .append(Cells.words(row, "sequence"))
          .append(")\n")
          .append(new ChangeText(true).add(row.tree(), "changes").text("  "));
    }
    return text.toString();
  }

  private static String days(Fields row) {
    if (row.tree().get("inForce").orElse(Value.NULL) instanceof Value.Tree days) {
      String through = Cells.words(new Fields(days), "through");
      return "in force from " + Cells.words(new Fields(days), "from")
          + (through.isEmpty() ? "" : " through " + through);
    }
    return "never in force";
  }
}
