package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;

/** A step of a replay: the event, and what it changed. */
public final class ReplayText {

  private ReplayText() {}

  /** One step. */
  public static String of(Value.Tree line, boolean details) {
    Fields fields = new Fields(line);
    StringBuilder text = new StringBuilder();
    String title = Cells.words(fields, "sequence") + "  " + fields.text("recordedAt") + "  " + fields.text("type");
    text.append(Terminal.bold(title)).append(", on ").append(fields.text("effectiveOn")).append('\n');
    if (fields.has("meanwhile")) {
      ChangeText meanwhile =
          new ChangeText(details).add(fields.object("meanwhile").tree(), "positions", "clauses");
      text.append(meanwhile.isEmpty() ? "" : "  The days before changed:\n" + meanwhile.text("    "));
    }
    ChangeText changed = new ChangeText(details).add(line, "positions", "clauses");
    text.append(changed.isEmpty() ? "  It changed no figure and no term on that day.\n" : changed.text("  "));
    return text.toString();
  }
}
