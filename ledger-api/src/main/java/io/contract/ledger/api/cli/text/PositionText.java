package io.contract.ledger.api.cli.text;

import io.contract.ledger.api.words.AmountWords;
import io.contract.ledger.api.words.CapWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One position as tables: its figures with a column for each reading, its caps in the same columns, and its periods. */
public final class PositionText {

  private static final String SAME = "every reading";
  private static final String TO_CREDIT = "toCredit";

  private static final List<String> FIGURES =
      List.of(
          "gross", "accrued", "forgone", "paid", "waived", "outstanding", "due", "overdue", "credit", "interest",
          "interestPaid", "interestWaived");

  private static final List<String> CAP_FIGURES =
      List.of("amount", "counted", "headroom", "overage", "room", "reachedOn");

  private static final List<String> PERIOD_FIGURES =
      List.of("base", "gross", "accrued", "forgone", TO_CREDIT, "settled", "waived", "outstanding");

  private final String currency;
  private final Fields position;
  private final List<Fields> readings;
  private final List<String> periodFigures;

  private PositionText(String currency, Fields position) {
    this.currency = currency;
    this.position = position;
    this.readings = position.list("readings").stream().map(Fields::of).toList();
    // The column is shown only where it is needed: few shares ever go below zero.
    boolean isCredit = columns().anyMatch(column -> column.list("periods").stream().anyMatch(PositionText::isToCredit));
    this.periodFigures =
        PERIOD_FIGURES.stream().filter(figure -> isCredit || !figure.equals(TO_CREDIT)).toList();
  }

  /** The whole answer. */
  public static String of(Value.Tree answer) {
    Fields fields = new Fields(answer);
    StringBuilder text = new StringBuilder(Heading.of(answer)).append('\n');
    List<Value> positions = fields.list("positions");
    if (positions.isEmpty()) {
      text.append("\nNo revenue share or fixed payment binds by that day.\n");
    }
    for (Value position : positions) {
      text.append('\n').append(new PositionText(fields.text("currency"), Fields.of(position)).text());
    }
    return text.toString();
  }

  private static boolean isToCredit(Value row) {
    return AmountWords.isSome(Fields.of(row), TO_CREDIT);
  }

  private String text() {
    String title =
        position.text("clause") + ": " + position.text("payer") + " owes " + position.text("payee") + ", " + currency;
    return Terminal.bold(title) + "\n" + caps() + figures().text("  ") + periods() + pending();
  }

  /** What counts toward each cap, as the clause states it. */
  private String caps() {
    List<Value> caps = position.list("caps");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < caps.size(); i++) {
      words.append(caps.size() == 1 ? "  cap" : "  cap " + (i + 1)).append(" counts ")
          .append(CapWords.of(Fields.of(caps.get(i)))).append('\n');
    }
    return words.toString();
  }

  private Table figures() {
    Table table = new Table(
        Stream.concat(Stream.of("", readings.isEmpty() ? currency : SAME), readings.stream().map(PositionText::name))
            .toList());
    for (String figure : FIGURES) {
      table.add(row(words(figure), columns().map(column -> Cells.figure(column, figure))));
    }
    int caps = position.list("caps").size();
    for (int i = 0; i < caps; i++) {
      int cap = i;
      String name = caps == 1 ? "cap " : "cap " + (i + 1) + " ";
      for (String figure : CAP_FIGURES) {
        table.add(row(name + words(figure), columns().map(column -> capFigure(column, cap, figure))));
      }
    }
    return table;
  }

  private Stream<Fields> columns() {
    return Stream.concat(Stream.of(position), readings.stream());
  }

  private static List<String> row(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
  }

  /** The name of a figure in words, such as "interest paid" for {@code interestPaid}. */
  private static String words(String figure) {
    return switch (figure) {
      case "interestPaid" -> "interest paid";
      case "interestWaived" -> "interest waived";
      case "reachedOn" -> "reached on";
      case TO_CREDIT -> "to credit";
      default -> figure;
    };
  }

  private static String capFigure(Fields column, int cap, String figure) {
    List<Value> caps = column.list("caps");
    if (cap >= caps.size()) {
      return "";
    }
    Fields row = Fields.of(caps.get(cap));
    return switch (figure) {
      case "amount" -> row.has("amount") ? Cells.figure(row, figure) : "not disclosed";
      case "reachedOn" -> Cells.words(row, figure);
      default -> Cells.figure(row, figure);
    };
  }

  private String periods() {
    List<String> heading = new ArrayList<>(List.of("period"));
    if (!readings.isEmpty()) {
      heading.add("reading");
    }
    periodFigures.forEach(figure -> heading.add(words(figure)));
    heading.addAll(List.of("due on", "status"));
    Table table = new Table(heading);
    List<Value> rows = position.list("periods");
    for (int i = 0; i < rows.size(); i++) {
      addPeriod(table, Fields.of(rows.get(i)), i);
    }
    return table.isEmpty() ? "" : "\n" + table.text("  ");
  }

  /** The adjustments that no statement of the clause has made yet; empty when there are none. */
  private String pending() {
    Table table =
        new Table(
            Stream.concat(
                Stream.of("to adjust", readings.isEmpty() ? currency : SAME), readings.stream().map(PositionText::name))
                .toList());
    Set<String> periods = new LinkedHashSet<>();
    columns().flatMap(PositionText::pending).forEach(one -> periods.add(one.text("period")));
    periods.forEach(
        period -> table.add(
            row(
                period,
                columns().map(
                    column -> pending(column).filter(one -> one.text("period").equals(period)).findFirst()
                        .map(one -> Cells.figure(one, "amount")).orElse("")))));
    return table.isEmpty() ? "" : "\n" + table.text("  ");
  }

  private static Stream<Fields> pending(Fields column) {
    return column.tree().get("pendingAdjustments").isPresent()
        ? column.list("pendingAdjustments").stream().map(Fields::of)
        : Stream.empty();
  }

  /** Adds one row if every reading agrees, and otherwise one row for each reading. */
  private void addPeriod(Table table, Fields row, int place) {
    boolean open =
        periodFigures.stream().anyMatch(figure -> row.tree().get(figure).orElse(Value.NULL) instanceof Value.Null);
    if (readings.isEmpty() || !open) {
      table.add(period(row, SAME));
      return;
    }
    for (Fields reading : readings) {
      table.add(period(Fields.of(reading.list("periods").get(place)), name(reading)));
    }
  }

  private List<String> period(Fields row, String reading) {
    List<String> cells = new ArrayList<>(List.of(row.text("period")));
    if (!readings.isEmpty()) {
      cells.add(reading);
    }
    // Only a fixed payment has no base, and then there is nothing to determine.
    periodFigures.forEach(
        figure -> cells.add(figure.equals("base") && row.isNull("base") ? "" : Cells.figure(row, figure)));
    cells.add(Cells.words(row, "dueOn"));
    cells.add(Cells.figure(row, "status"));
    return cells;
  }

  private static String name(Fields reading) {
    return Stream.of("basis", "counts").flatMap(part -> reading.optionalText(part).stream())
        .reduce((a, b) -> a + ", " + b).orElse(SAME);
  }
}
