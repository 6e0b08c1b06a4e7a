package io.contract.ledger.api.statement;

import io.contract.ledger.api.words.AmountWords;
import io.contract.ledger.api.words.CapWords;
import io.contract.ledger.api.words.StatementWords;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.calendar.PeriodScheme;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as its page shows it: the answer in the words and the order of the page, and nothing that the answer does not say.
 *
 * @param heading such as {@code Statement 2 for 2021-Q2}
 * @param foot what names it at the foot of each sheet
 * @param facts what stands at the head: parties, days, who recorded it
 * @param isWide whether amounts are so long that columns of them need smaller letters
 * @param parts what all readings agree on, then each reading, where there are several
 */
record StatementPage(
    String heading, String foot, String agreement, String currency, String issuedOn, boolean isWide, List<Facts> facts,
    String note,
    List<Part> parts) {

  private static final String UNDETERMINED = "undetermined";
  private static final String NONE = "–";

  /** Four columns of amounts of so many characters stand side by side on the page. */
  private static final int LONGEST = 18;

  /** A name and what it is. */
  record Pair(String name, String value) {}

  /** Two facts that stand side by side. */
  record Facts(Pair left, Pair right) {}

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

  /** What of a part is shown: the amounts, the lines with what settled them, and the balance. */
  record Shown(boolean amounts, boolean lines, boolean balance) {}

  /**
   * What is said under one reading, or all agree on.
   *
   * @param heading names the reading
   * @param shows what of it is shown: of a reading only what is not the same under all
   */
  record Part(
      String heading, String period, Shown shows, List<SaidRow> said, SaidRow total, SaidRow open, List<LineRow> lines,
      LineRow sum,
      List<CapRow> caps, List<PaidRow> paid, List<BalanceRow> balance) {

    public boolean hasReasons() {
      return lines.stream().anyMatch(line -> !line.because().isEmpty());
    }
  }

  static StatementPage of(Fields answer) {
    List<Part> parts = new ArrayList<>();
    List<Value> readings = answer.list("readings");
    parts.add(part(answer, answer, "What is stated", new Shown(true, true, true)));
    Shown ofReadings = new Shown(differsInAmounts(answer), differsInLines(answer), differsInBalance(answer));
    readings.stream().map(Fields::of)
        .forEach(reading -> parts.add(part(answer, reading, "If the cap counts " + name(reading), ofReadings)));
    String note =
        readings.isEmpty()
            ? ""
            : "The terms leave open what the cap counts. What depends on it is undetermined here, and follows under each reading.";
    return new StatementPage(
        "Statement " + whole(answer, "number") + " for " + answer.text("period"),
        answer.text("agreement") + ", " + answer.text("clause") + ", statement " + whole(answer, "number"),
        answer.text("title"),
        answer.text("currency"), answer.text("issuedOn"), isWide(answer), facts(answer), note, parts);
  }

  private static List<Facts> facts(Fields answer) {
    Period period = PeriodScheme.named(answer.text("period")).orElseThrow();
    String clause =
        answer.optionalText("clauseTitle").map(title -> title + " (" + answer.text("clause") + ")")
            .orElseGet(() -> answer.text("clause"));
    String recorded =
        "event " + whole(answer, "event") + " at " + answer.text("recordedAt") + " by " + answer.text("recordedBy");
    return List.of(
        new Facts(
            new Pair("Payer", answer.text("payerName")),
            new Pair("Period", answer.text("period") + ", " + period.days())),
        new Facts(new Pair("Payee", answer.text("payeeName")), new Pair("Issued on", answer.text("issuedOn"))),
        new Facts(new Pair("Clause", clause),
            new Pair("Due on", text(answer, "dueOn", "no due date: the terms name none"))),
        new Facts(new Pair("Recorded", recorded), new Pair("Currency", answer.text("currency"))));
  }

  private static boolean differsInAmounts(Fields answer) {
    return isNull(answer, "accrued")
        || isNull(answer, "total")
        || items(answer, "adjustments").stream().anyMatch(
            adjustment -> Stream.of("stated", "now", "amount").anyMatch(name -> isNull(adjustment, name)));
  }

  private static boolean differsInLines(Fields answer) {
    return Stream.of("lines", "settlements", "waivers").anyMatch(name -> isNull(answer, name))
        || answer.list("lines").stream().map(Fields::of).anyMatch(
            line -> Stream.of("gross", "forgone", "accrued", "because").anyMatch(name -> isNull(line, name)));
  }

  private static boolean differsInBalance(Fields answer) {
    return object(answer, "balance").tree().entries().containsValue(Value.NULL)
        || Stream.of("accrued", "toCredit", "settled", "waived", "outstanding", "interest", "interestPaid")
            .anyMatch(name -> isNull(object(answer, "figures"), name));
  }

  /** Whether some amount is so long that columns of them need smaller letters. */
  private static boolean isWide(Fields answer) {
    return items(answer, "lines").stream()
        .flatMap(line -> Stream.of("base", "gross", "accrued").map(name -> amount(line, name)))
        .anyMatch(amount -> amount.length() > LONGEST);
  }

  private static Part part(Fields answer, Fields said, String heading, Shown shows) {
    List<LineRow> lines = new ArrayList<>();
    items(said, "lines").forEach(line -> lines.add(line(lines.size() + 1, line)));
    Fields figures = object(said, "figures");
    LineRow sum =
        new LineRow(
            0, answer.text("period"), amount(figures, "base"), "", amount(figures, "gross"),
            amount(figures, "forgone"), amount(figures, "accrued"), List.of());
    return new Part(
        heading, answer.text("period"), shows, said(answer, said), total(answer, said), open(answer, said), lines, sum,
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
                .orElse(List.of("What the lines below come to.")),
            amount(said, "accrued")));
    for (Fields adjustment : items(said, "adjustments")) {
      rows.add(
          new SaidRow("Adjustment of " + adjustment.text("period"), reasons(adjustment), amount(adjustment, "amount")));
    }
    return rows;
  }

  private static List<String> reasons(Fields adjustment) {
    String difference =
        "It comes to " + amount(adjustment, "now") + " by now; " + amount(adjustment, "stated")
            + " had been stated and adjusted.";
    List<Fields> causes = items(adjustment, "causes");
    return Stream.concat(
        Stream.concat(Stream.of(difference),
            StatementWords.undetermined(adjustment).map(words -> words + ".").stream()),
        causes.isEmpty()
            ? Stream.of("Nothing but time made the difference.")
            : causes.stream()
                .map(cause -> "Because: " + cause.text("summary") + " (event " + whole(cause, "sequence") + ")."))
        .toList();
  }

  private static SaidRow total(Fields answer, Fields said) {
    String amount = amount(said, "total");
    return new SaidRow(
        "Total",
        List.of(StatementWords.due(text(answer, "dueOn", ""), amount.startsWith("-"), answer.text("payerName"))),
        amount);
  }

  /** What is to be paid is not the total: of that, some may have been paid when it was stated. */
  private static SaidRow open(Fields answer, Fields said) {
    return new SaidRow(
        "Outstanding",
        List.of("what of all periods was open on " + answer.text("issuedOn")
            + ", after what had been settled and waived by then"),
        amount(object(said, "balance"), "outstanding"));
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
    return new CapRow(
        cap.optionalText("amount").map(AmountWords::apart).orElse("not disclosed"), CapWords.of(cap),
        amount(cap, "counted"),
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
      rows.add(
          new PaidRow(waived.text("on"), "waived (event " + whole(waived, "event") + ")", amount(waived, "amount")));
    }
    return rows;
  }

  private static List<BalanceRow> balance(Fields figures, Fields said) {
    Fields clause = object(said, "balance");
    List<BalanceRow> rows = new ArrayList<>();
    rows.add(new BalanceRow("Accrued", amount(figures, "accrued"), amount(clause, "accrued")));
    // Few periods ever go below zero.
    if (AmountWords.isSome(figures, "toCredit")) {
      rows.add(new BalanceRow("Below zero, given as credit", amount(figures, "toCredit"), ""));
    }
    rows.addAll(balanceOf(figures, clause));
    return rows;
  }

  private static List<BalanceRow> balanceOf(Fields figures, Fields clause) {
    return List.of(
        new BalanceRow("Settled", amount(figures, "settled"), ""),
        new BalanceRow("Paid, with what was withheld", "", amount(clause, "paid")),
        new BalanceRow("Waived", amount(figures, "waived"), amount(clause, "waived")),
        new BalanceRow("Outstanding", amount(figures, "outstanding"), amount(clause, "outstanding")),
        new BalanceRow("of which due", "", amount(clause, "due")),
        new BalanceRow("of which overdue", "", amount(clause, "overdue")),
        new BalanceRow("Interest open", amount(figures, "interest"), amount(clause, "interest")),
        new BalanceRow("Interest paid", amount(figures, "interestPaid"), amount(clause, "interestPaid")),
        new BalanceRow("Unapplied credit", "", amount(clause, "credit")));
  }

  private static String name(Fields reading) {
    return Stream.of("basis", "counts").flatMap(part -> reading.optionalText(part).stream())
        .map(CapWords::word)
        .collect(Collectors.joining(", "));
  }

  private static String percent(String rate) {
    return new BigDecimal(rate).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String amount(Fields row, String name) {
    return row.tree().get(name).isEmpty() ? NONE : AmountWords.apart(text(row, name, UNDETERMINED));
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
