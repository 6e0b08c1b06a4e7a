package io.contract.ledger.api.statement;

import static io.contract.ledger.api.statement.StatementCells.NONE;
import static io.contract.ledger.api.statement.StatementCells.amount;
import static io.contract.ledger.api.statement.StatementCells.items;
import static io.contract.ledger.api.statement.StatementCells.object;
import static io.contract.ledger.api.statement.StatementCells.text;
import static io.contract.ledger.api.statement.StatementCells.texts;
import static io.contract.ledger.api.statement.StatementCells.whole;

import io.contract.ledger.api.words.AmountWords;
import io.contract.ledger.api.words.CapWords;
import io.contract.ledger.api.words.StatementWords;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a statement's page says under one reading, or of what all readings agree on.
 *
 * @param heading names the reading
 * @param shows what of it is shown: of a reading only what is not the same under all
 */
record StatementPart(
    String heading, String period, Shown shows, List<SaidRow> said, SaidRow total, SaidRow open, List<LineRow> lines,
    LineRow sum,
    List<CapRow> caps, List<PaidRow> paid, List<BalanceRow> balance) {

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
  record Shown(boolean amounts, boolean lines, boolean balance) {

    static final Shown ALL = new Shown(true, true, true);

    /** Of a reading only what is not the same under all. */
    static Shown ofReadings(Fields answer) {
      return new Shown(differsInAmounts(answer), differsInLines(answer), differsInBalance(answer));
    }

    private static boolean differsInAmounts(Fields answer) {
      return answer.isNull("accrued")
          || answer.isNull("total")
          || items(answer, "adjustments").stream().anyMatch(
              adjustment -> Stream.of("stated", "now", "amount").anyMatch(name -> adjustment.isNull(name)));
    }

    private static boolean differsInLines(Fields answer) {
      return Stream.of("lines", "settlements", "waivers").anyMatch(name -> answer.isNull(name))
          || answer.list("lines").stream().map(Fields::of).anyMatch(
              line -> Stream.of("gross", "forgone", "accrued", "because").anyMatch(name -> line.isNull(name)));
    }

    private static boolean differsInBalance(Fields answer) {
      return object(answer, "balance").tree().entries().containsValue(Value.NULL)
          || Stream
              .of("accrued", "toCredit", "settled", "waived", "outstanding", "interest", "interestPaid",
                  "interestWaived")
              .anyMatch(name -> object(answer, "figures").isNull(name));
    }
  }

  public boolean hasReasons() {
    return lines.stream().anyMatch(line -> !line.because().isEmpty());
  }

  /**
   * The part of one reading, or of what all readings agree on.
   *
   * @param answer the whole statement
   * @param said what one reading says, or the statement itself
   */
  static StatementPart of(Fields answer, Fields said, String heading, Shown shows) {
    List<LineRow> lines = new ArrayList<>();
    items(said, "lines").forEach(line -> lines.add(line(lines.size() + 1, line)));
    Fields figures = object(said, "figures");
    LineRow sum =
        new LineRow(
            0, answer.text("period"), figures.isNull("base") ? NONE : amount(figures, "base"), "",
            amount(figures, "gross"),
            amount(figures, "forgone"), amount(figures, "accrued"), List.of());
    return new StatementPart(
        heading, answer.text("period"), shows, said(answer, said), total(answer, said), open(answer, said), lines, sum,
        items(said, "caps").stream().map(StatementPart::cap).toList(), paid(said), balance(figures, said));
  }

  private static List<SaidRow> said(Fields answer, Fields said) {
    List<SaidRow> rows = new ArrayList<>();
    String owed = StatementWords.owed(answer);
    Optional<Long> before = answer.optionalWhole("statedBefore");
    rows.add(
        new SaidRow(
            owed.substring(0, 1).toUpperCase(Locale.ROOT) + owed.substring(1),
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
        line.optionalText("rate").map(StatementPart::percent)
            .orElse(line.tree().get("tiers").isPresent() ? "tiers" : line.text("what"));
    return new LineRow(
        number, line.text("from") + " through " + line.text("through"),
        line.tree().get("base").isPresent() ? amount(line, "base") : NONE, rate, amount(line, "gross"),
        amount(line, "forgone"), amount(line, "accrued"), line.isNull("because") ? List.of() : texts(line, "because"));
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
        new BalanceRow("Interest waived", amount(figures, "interestWaived"), amount(clause, "interestWaived")),
        new BalanceRow("Unapplied credit", "", amount(clause, "credit")));
  }

  private static String percent(String rate) {
    return new BigDecimal(rate).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
