package io.contract.ledger.api.statement;

import io.contract.ledger.api.answer.Plainly;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as its page shows it: the answer in the words and the order of the page, and nothing that the answer does not say.
 *
 * @param heading such as {@code Statement 2: 2021-Q2}
 * @param facts what stands at the head: parties, days, who recorded it
 * @param parts what all readings agree on, then each reading, where there are several
 */
record StatementPage(
    String heading, String agreement, String clause, String currency, String issuedOn, List<Pair> facts, String note,
    List<Part> parts) {

  private static final String UNDETERMINED = "undetermined";
  private static final String NONE = "–";

  /** A name and what it is. */
  record Pair(String name, String value) {}

  /** A row of the table of what is said. */
  record SaidRow(String what, List<String> why, String amount) {}

  /** A line of the period. */
  record LineRow(
      int number, String days, String base, String rate, String gross, String forgone, String accrued,
      List<String> because) {}

  /** A cap. */
  record CapRow(
      String amount, String counts, String counted, String headroom, String overage, String room, String reachedOn) {}

  /** What settled the period, or what was given up of it. */
  record PaidRow(String on, String by, String amount) {}

  /** A figure of the period, and of the clause. */
  record BalanceRow(String name, String period, String clause) {}

  /**
   * What is said under one reading.
   *
   * @param heading names the reading; empty of what all agree on
   * @param lines empty where readings differ and each has its own
   * @param isOwn whether lines and payments stand here
   */
  record Part(
      String heading, String period, List<SaidRow> said, SaidRow total, boolean isOwn, List<LineRow> lines, Pair sums,
      LineRow sum, List<CapRow> caps, List<PaidRow> paid, List<BalanceRow> balance) {

    boolean hasReasons() {
      return lines.stream().anyMatch(line -> !line.because().isEmpty());
    }
  }

  static StatementPage of(Fields answer) {
    String period = answer.text("period");
    List<Part> parts = new ArrayList<>();
    List<Value> readings = answer.list("readings");
    parts.add(part(answer, answer, "", true));
    boolean isEachOwn = isOpen(answer);
    readings.forEach(reading -> parts.add(part(answer, Fields.of(reading), name(Fields.of(reading)), isEachOwn)));
    String note =
        readings.isEmpty()
            ? ""
            : "The terms leave open how the cap is read. What depends on it is undetermined here and follows under each reading.";
    return new StatementPage(
        "Statement " + whole(answer, "number") + ": " + period, answer.text("title"),
        answer.optionalText("clauseTitle").orElseGet(() -> answer.text("clause")), answer.text("currency"),
        answer.text("issuedOn"), facts(answer), note, parts);
  }

  private static List<Pair> facts(Fields answer) {
    return List.of(
        new Pair("Payer", answer.text("payerName")),
        new Pair("Payee", answer.text("payeeName")),
        new Pair("Period", answer.text("period")),
        new Pair("Issued on", answer.text("issuedOn")),
        new Pair("Due on", text(answer, "dueOn", "no due date")),
        new Pair("Currency", answer.text("currency")),
        new Pair("Clause", answer.text("clause")),
        new Pair(
            "Recorded",
            "event " + whole(answer, "event") + " at " + answer.text("recordedAt") + " by "
                + answer.text("recordedBy")));
  }

  /** Whether readings differ in lines, so that each has to show its own. */
  private static boolean isOpen(Fields answer) {
    return Stream.of("lines", "settlements", "waivers").anyMatch(name -> isNull(answer, name))
        || answer.list("lines").stream().map(Fields::of).anyMatch(
            line -> Stream.of("gross", "forgone", "accrued", "because").anyMatch(name -> isNull(line, name)));
  }

  private static Part part(Fields answer, Fields said, String heading, boolean isOwn) {
    List<LineRow> lines = new ArrayList<>();
    items(said, "lines").forEach(line -> lines.add(line(lines.size() + 1, line)));
    Fields figures = object(said, "figures");
    LineRow sum =
        new LineRow(
            0, answer.text("period"), amount(figures, "base"), "", amount(figures, "gross"),
            amount(figures, "forgone"), amount(figures, "accrued"), List.of());
    return new Part(
        heading, answer.text("period"), said(answer, said), total(answer, said), isOwn, lines,
        new Pair("status", text(figures, "status", UNDETERMINED)), sum,
        items(said, "caps").stream().map(StatementPage::cap).toList(), paid(said), balance(figures, said));
  }

  private static List<SaidRow> said(Fields answer, Fields said) {
    List<SaidRow> rows = new ArrayList<>();
    String period = answer.text("period");
    Optional<Long> before = answer.optionalWhole("statedBefore");
    rows.add(
        new SaidRow(
            "Share of " + period,
            before.map(
                number -> List.of(
                    "It was first stated by statement " + number + "; here stands only what has changed since."))
                .orElse(List.of()),
            amount(said, "accrued")));
    for (Fields adjustment : items(said, "adjustments")) {
      rows.add(
          new SaidRow(
              "Adjustment of " + adjustment.text("period"),
              items(adjustment, "causes").stream()
                  .map(cause -> cause.text("summary") + " (event " + whole(cause, "sequence") + ")")
                  .toList(),
              amount(adjustment, "amount")));
    }
    return rows;
  }

  private static SaidRow total(Fields answer, Fields said) {
    return new SaidRow(
        "Total", List.of("due on " + text(answer, "dueOn", "no date: the terms name none")), amount(said, "total"));
  }

  private static LineRow line(int number, Fields line) {
    String rate =
        line.optionalText("rate").map(StatementPage::percent)
            .orElse(line.tree().get("tiers").isPresent() ? "tiers" : line.text("what"));
    return new LineRow(
        number, line.text("from") + " through " + line.text("through"),
        line.tree().get("base").isPresent() ? amount(line, "base") : NONE, rate, amount(line, "gross"),
        amount(line, "forgone"), amount(line, "accrued"), isNull(line, "because") ? List.of() : texts(line, "because"));
  }

  private static CapRow cap(Fields cap) {
    String counts =
        Stream.of(
            Optional.of("what is " + cap.text("basis")),
            cap.optionalText("counts").or(() -> cap.optionalText("countsFrom").map(day -> "from " + day)),
            Optional.of(cap.text("window")),
            cap.optionalText("from").map(day -> "from " + day),
            cap.optionalText("through").map(day -> "through " + day))
            .flatMap(Optional::stream)
            .map(words -> words.equals("what is unstated") ? "basis unstated" : words)
            .map(words -> words.equals("unstated") ? "counts unstated" : words)
            .collect(Collectors.joining(", "));
    return new CapRow(
        cap.optionalText("amount").map(Plainly::apart).orElse("not disclosed"), counts, amount(cap, "counted"),
        amount(cap, "headroom"), amount(cap, "overage"), amount(cap, "room"), text(cap, "reachedOn", NONE));
  }

  private static List<PaidRow> paid(Fields said) {
    List<PaidRow> rows = new ArrayList<>();
    for (Fields settled : items(said, "settlements")) {
      String by =
          settled.optionalText("creditOf").map(period -> "credit of " + period)
              .or(() -> settled.optionalText("payment")
                  .map(id -> "payment " + id + " (event " + whole(settled, "event") + ")"))
              .orElseGet(() -> "balance brought forward (event " + whole(settled, "event") + ")");
      rows.add(new PaidRow(settled.text("on"), by, amount(settled, "amount")));
    }
    for (Fields waived : items(said, "waivers")) {
      rows.add(new PaidRow(NONE, "waived (event " + whole(waived, "event") + ")", amount(waived, "amount")));
    }
    return rows;
  }

  private static List<BalanceRow> balance(Fields figures, Fields said) {
    Fields clause = object(said, "balance");
    return List.of(
        new BalanceRow("Outstanding", amount(figures, "outstanding"), amount(clause, "outstanding")),
        new BalanceRow("of which due", NONE, amount(clause, "due")),
        new BalanceRow("of which overdue", NONE, amount(clause, "overdue")),
        new BalanceRow("Interest open", amount(figures, "interest"), amount(clause, "interest")),
        new BalanceRow("Unapplied credit", NONE, amount(clause, "credit")));
  }

  private static String name(Fields reading) {
    return Stream.of("basis", "counts").flatMap(part -> reading.optionalText(part).stream())
        .collect(Collectors.joining(", "));
  }

  private static String percent(String rate) {
    return new java.math.BigDecimal(rate).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String amount(Fields row, String name) {
    return row.tree().get(name).isEmpty() ? NONE : Plainly.apart(text(row, name, UNDETERMINED));
  }

  private static String text(Fields row, String name, String none) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Text text ? text.text() : none;
  }

  private static String whole(Fields row, String name) {
    return row.optionalWhole(name).map(String::valueOf).orElse(NONE);
  }

  private static boolean isNull(Fields row, String name) {
    return row.tree().get(name).orElse(Value.EMPTY) instanceof Value.Null;
  }

  private static Fields object(Fields row, String name) {
    return row.tree().get(name).orElse(Value.NULL) instanceof Value.Tree tree ? new Fields(tree)
        : new Fields(Value.EMPTY);
  }

  private static List<Fields> items(Fields row, String name) {
    return isNull(row, name) ? List.of() : row.list(name).stream().map(Fields::of).toList();
  }

  private static List<String> texts(Fields row, String name) {
    return row.list(name).stream().map(value -> ((Value.Text) value).text()).toList();
  }
}
