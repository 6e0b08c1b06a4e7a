package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Cells;
import io.contract.ledger.api.cli.text.ChangeText;
import io.contract.ledger.api.cli.text.Heading;
import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Table;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff AGREEMENT}: what changed between two points on the axes of time, and which events caused it. */
@Command(name = "diff", description = "Shows what changed between two days, or between what was known at two instants, and which events caused it.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar diff microsoft-openai --effective-on 2025-12-31 --to-effective-on 2026-04-27",
    "  java -jar ledger.jar diff acme-globex --effective-on 2021-07-15 --known-at 2021-07-15T00:00:00Z",
    "",
    "The second point is the first with another day, another instant, or both.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class DiffCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Option(names = "--to-effective-on", paramLabel = "DATE", description = "The day of the second point (default: that of the first).")
  private @Nullable String toEffectiveOn;

  @Option(names = "--to-known-at", paramLabel = "INSTANT", description = "The instant of the second point (default: everything).")
  private @Nullable String toKnownAt;

  @Option(names = "--details", description = "Show periods and readings too.")
  private boolean details;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query = question.query().with("toEffectiveOn", toEffectiveOn).with("toKnownAt", toKnownAt);
    Value.Tree answer = server.client().get("/agreements/" + agreement + "/diff", query);
    Terminal.sayAll(question.json() ? Json.write(answer) : text(answer));
    return 0;
  }

  private String text(Value.Tree answer) {
    Fields to = new Fields(answer).object("to");
    StringBuilder text = new StringBuilder();
    text.append("from ").append(Heading.of(answer)).append('\n');
    text.append("to   ").append(Heading.of(to.tree().with("agreement", Value.text(agreement)))).append('\n');
    String changed = ChangeText.sections(answer, details);
    List<Value> causes = new Fields(answer).list("causes");
    if (changed.isEmpty() && causes.isEmpty()) {
      return text.append("\nNothing differs.\n").toString();
    }
    return text.append(changed).append('\n').append(causes(causes)).toString();
  }

  private static String causes(List<Value> causes) {
    if (causes.isEmpty()) {
      return "No event counts at one point and not at the other: what differs, time alone has changed.\n";
    }
    Table table = new Table(List.of("event", "caused by", "of"));
    for (Value cause : causes) {
      Fields row = Fields.of(cause);
      table.add(List.of(Cells.words(row, "sequence"), row.text("type"), Cells.joined(row, "clauses")));
    }
    return table.text("");
  }
}
