package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Cells;
import io.contract.ledger.api.cli.text.Heading;
import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Table;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    Terminal.sayAll(question.json() ? Json.write(answer) : text(answer));
    return 0;
  }

  private static String text(Value.Tree answer) {
    Table table = new Table(List.of("no.", "title", "executed on", "effective on", "event", "what it does"));
    for (Value item : new Fields(answer).list("items")) {
      Fields row = Fields.of(item);
      List<String> changes = row.list("changes").stream().map(AmendmentsCommand::change).toList();
      for (int i = 0; i < changes.size(); i++) {
        boolean first = i == 0;
        table.add(
            List.of(
                first ? Cells.words(row, "number") : "",
                first ? Cells.words(row, "title") : "",
                first ? Cells.words(row, "executedOn") : "",
                first ? Cells.words(row, "effectiveOn") : "",
                first ? Cells.words(row, "sequence") : "",
                changes.get(i) + without(row, i)));
      }
    }
    return Heading.of(answer) + "\n" + (table.isEmpty() ? "  none\n" : table.text("  "));
  }

  private static String change(Value change) {
    Map.Entry<String, Value> keyed = Fields.of(change).tree().entries().entrySet().iterator().next();
    Fields what = Fields.of(keyed.getValue());
    return switch (keyed.getKey()) {
      case "revise" ->
        "revises " + what.text("clause") + ": "
            + what.object("set").tree().entries().keySet().stream().collect(Collectors.joining(", "));
      case "add" -> "adds " + what.text("id");
      case "replace" -> "replaces " + what.text("id");
      default -> "ends " + what.text("clause");
    };
  }

  private static String without(Fields row, int place) {
    return row.list("withoutEffect").stream()
        .map(Fields::of)
        .filter(one -> one.optionalWhole("change").orElse(-1L) == place)
        .map(one -> " (without effect: " + one.text("message") + ")")
        .findFirst()
        .orElse("");
  }
}
