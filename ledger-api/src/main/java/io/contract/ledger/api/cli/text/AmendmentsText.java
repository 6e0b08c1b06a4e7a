package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chain of amendments as a table, with a line for each change. */
public final class AmendmentsText {

  private AmendmentsText() {}

  /** The whole answer. */
  public static String of(Value.Tree answer) {
    Table table = new Table(List.of("no.", "title", "executed on", "effective on", "event", "what it does"));
    for (Value item : new Fields(answer).list("items")) {
      Fields row = Fields.of(item);
      List<String> changes = row.list("changes").stream().map(AmendmentsText::change).toList();
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
    return Heading.of(answer) + "\n" + table.textOrNone("  ");
  }

  private static String change(Value change) {
    Map.Entry<String, Value> keyed = Fields.of(change).tree().entries().entrySet().iterator().next();
    Fields what = Fields.of(keyed.getValue());
    return switch (keyed.getKey()) {
      case "revise" ->
        "revises " + what.text("clause") + ": "
            + what.object("set").tree().entries().keySet().stream().collect(Collectors.joining(", "));
      case "add" -> "adds " + what.text("id");
      case "party" -> what.text("id") + " is " + what.text("name");
      case "succession" -> what.text("to") + " succeeds " + what.text("from")
          + (what.has("clauses") ? " in " + String.join(", ", what.texts("clauses")) : "");
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
