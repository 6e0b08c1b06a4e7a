package io.contract.ledger.api.console;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.util.Iterator;
import java.util.List;

/** JSON for people to read. */
final class Indented {

  private Indented() {}

  static String json(Value value) {
    return json(value, "\n");
  }

  private static String json(Value value, String newLine) {
    String deeper = newLine + "  ";
    return switch (value) {
      case Value.Tree tree when !tree.entries().isEmpty() -> {
        List<String> entries =
            tree.entries().entrySet().stream()
                .map(entry -> JsonText.write(Value.text(entry.getKey())) + ": " + json(entry.getValue(), deeper))
                .toList();
        yield joined("{", entries.iterator(), newLine, "}");
      }
      case Value.Items items when !items.items().isEmpty() ->
        joined("[", items.items().stream().map(item -> json(item, deeper)).iterator(), newLine, "]");
      case Value.Tree _ -> "{}";
      case Value.Items _ -> "[]";
      case Value.Text _,Value.Num _,Value.Bool _,Value.Null _ -> JsonText.write(value);
    };
  }

  private static String joined(String open, Iterator<String> parts, String newLine, String close) {
    StringBuilder text = new StringBuilder(open);
    while (parts.hasNext()) {
      text.append(newLine).append("  ").append(parts.next()).append(parts.hasNext() ? "," : "");
    }
    return text.append(newLine).append(close).toString();
  }
}
