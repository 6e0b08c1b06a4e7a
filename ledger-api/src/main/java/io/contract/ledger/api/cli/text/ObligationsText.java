package io.contract.ledger.api.cli.text;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Obligations and rights as a table. */
public final class ObligationsText {

  private static final List<String> COLUMNS =
      List.of("due on", "status", "bearer", "counterparty", "amount", "outstanding", "set by", "ref", "what");

  private ObligationsText() {}

  /** The obligations of one agreement. */
  public static String ofOne(Value.Tree answer) {
    Table table = new Table(COLUMNS);
    for (Value item : new Fields(answer).list("items")) {
      table.add(row(Fields.of(item)));
    }
    return Heading.of(answer) + "\n" + table.textOrNone("  ");
  }

  /** The obligations of all agreements, by due date. Obligations that are never due come last. */
  public static String ofAll(Value.Tree answer) {
    Fields fields = new Fields(answer);
    Table table = new Table(Stream.concat(Stream.of("agreement", "currency"), COLUMNS.stream()).toList());
    List<Fields> rows = fields.list("items").stream().map(Fields::of).toList();
    rows.stream()
        .filter(row -> !row.has("problem"))
        .sorted(Comparator.comparing(row -> row.has("dueOn") ? row.text("dueOn") : "9999-12-31"))
        .forEach(
            row -> table.add(
                Stream.concat(Stream.of(row.text("agreement"), row.text("currency")), row(row).stream()).toList()));
    return Terminal.bold("all agreements") + " on " + fields.text("effectiveOn") + ", as known at "
        + fields.text("knownAt") + "\n" + table.textOrNone("  ")
        + rows.stream().filter(row -> row.has("problem")).map(ObligationsText::unanswered)
            .collect(Collectors.joining());
  }

  private static String unanswered(Fields row) {
    return "  " + row.text("agreement") + ": no answer, because " + row.object("problem").text("detail") + "\n";
  }

  private static List<String> row(Fields row) {
    long setBy = row.optionalWhole("setBy").orElse(0L);
    return List.of(
        Cells.words(row, "dueOn"),
        Cells.figure(row, "status")
            + (Value.bool(true).equals(row.tree().get("endingSoon").orElse(Value.NULL)) ? ", ending soon" : ""),
        Cells.words(row, "bearer"),
        Cells.words(row, "counterparty"),
        Cells.figure(row, "amount"),
        Cells.figure(row, "outstanding"),
        setBy == 0 ? "the agreement" : "amendment " + setBy,
        Cells.words(row, "ref"),
        Cells.words(row, "summary"));
  }
}
