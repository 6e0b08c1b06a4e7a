package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.List;

/**
 * The differences between two points, or those that supposed facts would make: figures and terms before and after, and the
 * causes.
 */
public final class DifferenceText {

  private static final String BY_TIME =
      "No event counts at one point and not at the other: what differs, time alone has changed.\n";
  private static final String BY_NOTHING = "Nothing would differ on that day.\n";

  private DifferenceText() {}

  /** What changed between two points, and which events caused it. */
  public static String between(Value.Tree answer, boolean details) {
    Fields from = new Fields(answer);
    Fields to = from.object("to");
    StringBuilder text = new StringBuilder();
    text.append("from ").append(Heading.of(answer)).append('\n');
    text.append("to   ").append(Heading.of(to.tree().with("agreement", Value.text(from.text("agreement")))))
        .append('\n');
    String changed = ChangeText.sections(answer, details);
    List<Value> causes = new Fields(answer).list("causes");
    if (changed.isEmpty() && causes.isEmpty()) {
      return text.append("\nNothing differs.\n").toString();
    }
    return text.append(changed).append('\n').append(causes(causes, BY_TIME)).toString();
  }

  /** What that many supposed facts would change. */
  public static String supposing(int facts, Value.Tree answer, boolean details) {
    return Heading.of(answer) + ", with " + facts + " supposed fact" + (facts == 1 ? "" : "s") + "\n"
        + ChangeText.sections(answer, details) + lostGround(new Fields(answer).list("lostGround"))
        + partyChanges(new Fields(answer).texts("partyChanges")) + "\n"
        + causes(new Fields(answer).list("causes"), BY_NOTHING);
  }

  private static String partyChanges(List<String> changes) {
    return changes.isEmpty() ? "" : "\n" + String.join("\n", changes) + "\n";
  }

  private static String lostGround(List<Value> lost) {
    if (lost.isEmpty()) {
      return "";
    }
    Table table = new Table(List.of("amendment", "event", "change", "of", "would have no effect, because"));
    for (Value one : lost) {
      Fields row = Fields.of(one);
      table.add(
          List.of(
              Cells.words(row, "amendment"), event(row),
              row.optionalWhole("change").map(place -> Long.toString(place + 1)).orElse(""),
              row.optionalText("clause").orElse("every clause"),
              row.text("message")));
    }
    return "\n" + Terminal.bold("lost ground") + "\n" + table.text("  ");
  }

  private static String causes(List<Value> causes, String none) {
    if (causes.isEmpty()) {
      return none;
    }
    Table table = new Table(List.of("event", "caused by", "of"));
    for (Value cause : causes) {
      Fields row = Fields.of(cause);
      table.add(List.of(event(row), row.text("type"), Cells.joined(row, "clauses")));
    }
    return table.text("");
  }

  /** The event of a row. A supposed fact is named by its place in the file, counted from 1. */
  private static String event(Fields row) {
    return row.optionalWhole("fact").map(place -> "fact " + (place + 1)).orElseGet(() -> Cells.words(row, "sequence"));
  }
}
