package io.contract.ledger.api.cli.text;

import io.contract.ledger.api.words.StatementWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements as tables: the list, and a single statement with its workings, with a column for each reading. */
public final class StatementText {

  private static final String SAME = "every reading";
  private static final List<String> LINE_FIGURES = List.of("base", "rate", "gross", "forgone", "accrued");
  private static final List<String> CAP_FIGURES =
      List.of("amount", "counted", "headroom", "overage", "room", "reachedOn");
  private static final List<String> BALANCE_FIGURES =
      List.of(
          "accrued", "paid", "waived", "outstanding", "due", "overdue", "credit", "interest", "interestPaid",
          "interestWaived");

  private final Value.Tree answer;
  private final Fields statement;
  private final List<Fields> readings;

  private StatementText(Value.Tree answer) {
    this.answer = answer;
    this.statement = new Fields(answer);
    this.readings = statement.list("readings").stream().map(Fields::of).toList();
  }

  /** The list. */
  public static String list(Value.Tree answer) {
    Table table =
        new Table(
            List.of(
                "clause", "no.", "period", "issued on", "due on", "payer", "payee", "accrued", "adjustments", "total",
                "event"));
    for (Value item : new Fields(answer).list("items")) {
      Fields row = Fields.of(item);
      String adjustments =
          items(row, "adjustments").map(one -> one.text("period") + " " + Cells.figure(one, "amount"))
              .collect(Collectors.joining(", "));
      table.add(
          List.of(
              row.text("clause"), Cells.words(row, "number"), row.text("period"), row.text("issuedOn"),
              Cells.words(row, "dueOn"), row.text("payer"), row.text("payee"), Cells.figure(row, "accrued"),
              adjustments, Cells.figure(row, "total"), Cells.words(row, "sequence")));
    }
    return Heading.of(answer) + "\n" + table.textOrNone("  ");
  }

  /** One statement. */
  public static String of(Value.Tree answer) {
    return new StatementText(answer).text();
  }

  private String text() {
    String title =
        "statement " + Cells.words(statement, "number") + " of " + statement.text("clause") + " for "
            + statement.text("period") + ": " + statement.text("payer") + " owes " + statement.text("payee") + ", "
            + statement.text("currency");
    StringBuilder text = new StringBuilder(Heading.of(answer)).append("\n\n").append(Terminal.bold(title)).append('\n');
    text.append("  issued on ").append(statement.text("issuedOn"))
        .append(", recorded at ").append(statement.text("recordedAt"))
        .append(" by ").append(statement.text("recordedBy"))
        .append(" (event ").append(Cells.words(statement, "event")).append(")\n\n");
    text.append(said().text("  "));
    lines().forEach(part -> text.append('\n').append(part));
    text.append('\n').append(stood().text("  "));
    return text.toString();
  }

  private Stream<Fields> columns() {
    return Stream.concat(Stream.of(statement), readings.stream());
  }

  private List<String> heading(String first, String last) {
    Stream<String> amounts =
        Stream.concat(
            Stream.of(readings.isEmpty() ? statement.text("currency") : SAME),
            readings.stream().map(StatementText::name));
    return Stream.of(Stream.of(first), amounts, last.isEmpty() ? Stream.<String>empty() : Stream.of(last))
        .flatMap(cells -> cells)
        .toList();
  }

  private List<String> row(String first, Function<Fields, String> cell) {
    return Stream.concat(Stream.of(first), columns().map(cell)).toList();
  }

  private List<String> row(String first, Function<Fields, String> cell, String last) {
    return Stream.concat(row(first, cell).stream(), Stream.of(last)).toList();
  }

  private Table said() {
    Table table = new Table(heading("says", "why"));
    String before =
        statement.optionalWhole("statedBefore").map(number -> "already stated, first by statement " + number)
            .orElse("");
    table.add(row(StatementWords.owed(statement), column -> Cells.figure(column, "accrued"), before));
    Set<String> adjusted = new LinkedHashSet<>();
    columns().flatMap(column -> items(column, "adjustments")).forEach(one -> adjusted.add(one.text("period")));
    for (String period : adjusted) {
      List<String> why =
          columns().flatMap(column -> adjustment(column, period).stream()).findFirst()
              .map(StatementText::why).orElse(List.of(""));
      table.add(
          row(
              "adjustment of " + period,
              column -> adjustment(column, period).map(one -> Cells.figure(one, "amount")).orElse("–"),
              why.getFirst()));
      why.stream().skip(1).forEach(more -> table.add(row("", column -> "", more)));
    }
    boolean isBelowZero = columns().allMatch(column -> Cells.figure(column, "total").startsWith("-"));
    table.add(
        row(
            "total", column -> Cells.figure(column, "total"),
            StatementWords.due(Cells.words(statement, "dueOn"), isBelowZero, statement.text("payer"))));
    table.add(
        row("outstanding", column -> Cells.figure(column.object("balance"), "outstanding"),
            "of all periods on " + statement.text("issuedOn") + ", after what had been settled and waived"));
    return table;
  }

  private static Optional<Fields> adjustment(Fields column, String period) {
    return items(column, "adjustments").filter(one -> one.text("period").equals(period)).findFirst();
  }

  private static List<String> why(Fields adjustment) {
    List<String> why = new ArrayList<>();
    why.add(Cells.figure(adjustment, "now") + " now, " + Cells.figure(adjustment, "stated") + " stated and adjusted");
    StatementWords.undetermined(adjustment).ifPresent(why::add);
    items(adjustment, "causes")
        .forEach(cause -> why.add("event " + Cells.words(cause, "sequence") + ": " + cause.text("summary")));
    return why;
  }

  /** The lines and what settled them: once if all readings have the same, and otherwise for each reading. */
  private List<String> lines() {
    boolean isSame =
        Stream.of("lines", "settlements", "waivers").noneMatch(name -> statement.isNull(name))
            && items(statement, "lines").noneMatch(line -> LINE_FIGURES.stream().anyMatch(name -> line.isNull(name)));
    return isSame ? lines(statement, "") : readings.stream().flatMap(one -> lines(one, name(one)).stream()).toList();
  }

  private static List<String> lines(Fields column, String reading) {
    List<String> parts = new ArrayList<>();
    Table lines = new Table(Stream.concat(Stream.of("line", "days"), LINE_FIGURES.stream()).toList());
    StringBuilder because = new StringBuilder();
    int number = 0;
    for (Fields line : items(column, "lines").toList()) {
      number++;
      String days = line.text("from") + " – " + line.text("through");
      lines.add(
          Stream.concat(
              Stream.of(Integer.toString(number), days),
              LINE_FIGURES.stream().map(figure -> Cells.figure(line, figure))).toList());
      because.append("  ").append(number).append(". ").append(sentences(line)).append('\n');
    }
    parts.add(
        (reading.isEmpty() ? "" : Terminal.bold("  " + reading) + "\n")
            + (lines.isEmpty() ? "  no lines\n" : lines.text("  ") + because));
    Table settled = new Table(List.of("settled on", "by", "amount"));
    items(column, "settlements").forEach(
        one -> settled.add(List.of(one.text("on"), settledBy(one), Cells.figure(one, "amount"))));
    items(column, "waivers").forEach(
        one -> settled.add(
            List.of(one.text("on"), "waived (event " + Cells.words(one, "event") + ")", Cells.figure(one, "amount"))));
    parts.add(settled.isEmpty() ? "  nothing had been settled or waived by then\n" : settled.text("  "));
    return parts;
  }

  private static String sentences(Fields line) {
    return line.list("because").stream().map(one -> one instanceof Value.Text words ? words.text() : "")
        .collect(Collectors.joining(" "));
  }

  private static String settledBy(Fields settlement) {
    return settlement.optionalText("creditOf").map(period -> "credit of " + period)
        .or(() -> settlement.optionalText("payment").map(id -> "payment " + id))
        .orElse("balance brought forward");
  }

  /** The caps and the balance of the whole clause on the day of issue. */
  private Table stood() {
    Table table = new Table(heading("on " + statement.text("issuedOn"), ""));
    int caps = statement.list("caps").size();
    for (int i = 0; i < caps; i++) {
      int cap = i;
      String name = caps == 1 ? "cap " : "cap " + (i + 1) + " ";
      CAP_FIGURES.forEach(figure -> table.add(row(name + words(figure), column -> cap(column, cap, figure))));
    }
    BALANCE_FIGURES.forEach(
        figure -> table.add(row(words(figure), column -> Cells.figure(column.object("balance"), figure))));
    return table;
  }

  private static String cap(Fields column, int place, String figure) {
    return items(column, "caps").skip(place).findFirst()
        .map(
            cap -> figure.equals("amount") && !cap.has("amount")
                ? "not disclosed"
                : figure.equals("reachedOn") ? Cells.words(cap, figure) : Cells.figure(cap, figure))
        .orElse("");
  }

  /** The name of a figure in words, such as "interest paid" for {@code interestPaid}. */
  private static String words(String figure) {
    return switch (figure) {
      case "interestPaid" -> "interest paid";
      case "interestWaived" -> "interest waived";
      case "reachedOn" -> "reached on";
      default -> figure;
    };
  }

  private static String name(Fields reading) {
    return Stream.of("basis", "counts").flatMap(part -> reading.optionalText(part).stream())
        .collect(Collectors.joining(", "));
  }

  private static Stream<Fields> items(Fields row, String name) {
    return row.isNull(name) ? Stream.empty() : row.list(name).stream().map(Fields::of);
  }
}
