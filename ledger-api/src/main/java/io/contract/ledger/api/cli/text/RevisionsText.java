package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;

/** The revisions of a clause: the amendment that made each, the days on which it holds, and what it changed. */
public final class RevisionsText {

  private RevisionsText() {}

  /** The whole answer. */
  public static String of(String clause, Value.Tree answer) {
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
