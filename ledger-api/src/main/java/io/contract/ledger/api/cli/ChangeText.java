package io.contract.ledger.api.cli;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed, as a table: what, from what, to what. */
final class ChangeText {

  private static final Set<String> LEAF = Set.of("from", "to");

  /** What is told only when details are asked for: the figures above them say the same in sum. */
  private static final Set<String> DETAILS = Set.of("periods", "readings");

  private final boolean details;
  private final Table table = new Table(List.of("what", "from", "to"));

  /** An empty table. */
  ChangeText(boolean details) {
    this.details = details;
  }

  /** Everything that changed under the names, one of which is {@code positions}. */
  ChangeText add(Value.Tree answer, String... names) {
    for (String name : names) {
      add("", new Fields(answer).object(name).tree());
    }
    return this;
  }

  private void add(String prefix, Value.Tree tree) {
    if (tree.entries().keySet().equals(LEAF)) {
      table.add(List.of(prefix.strip(), cell(tree, "from"), cell(tree, "to")));
      return;
    }
    for (Map.Entry<String, Value> entry : tree.entries().entrySet()) {
      if (entry.getValue() instanceof Value.Tree inside && (details || !DETAILS.contains(entry.getKey()))) {
        add(prefix + " " + entry.getKey(), inside);
      }
    }
  }

  private static String cell(Value.Tree leaf, String name) {
    String cell = Cells.figure(new Fields(leaf), name);
    return leaf.get(name).orElse(Value.NULL) instanceof Value.Null ? "–" : cell;
  }

  boolean isEmpty() {
    return table.isEmpty();
  }

  /** The table, each line with that indentation; nothing when nothing changed. */
  String text(String indentation) {
    return isEmpty() ? "" : table.text(indentation);
  }
}
