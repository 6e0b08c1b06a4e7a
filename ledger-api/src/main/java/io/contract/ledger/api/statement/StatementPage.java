package io.contract.ledger.api.statement;

import static io.contract.ledger.api.statement.StatementCells.amount;
import static io.contract.ledger.api.statement.StatementCells.items;
import static io.contract.ledger.api.statement.StatementCells.text;
import static io.contract.ledger.api.statement.StatementCells.whole;

import io.contract.ledger.api.words.CapWords;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
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
    List<StatementPart> parts) {

  /** Four columns of amounts of so many characters stand side by side on the page. */
  private static final int LONGEST = 18;

  /** A name and what it is. */
  record Pair(String name, String value) {}

  /** Two facts that stand side by side. */
  record Facts(Pair left, Pair right) {}

  static StatementPage of(Fields answer) {
    List<StatementPart> parts = new ArrayList<>();
    List<Value> readings = answer.list("readings");
    parts.add(StatementPart.of(answer, answer, "What is stated", StatementPart.Shown.ALL));
    StatementPart.Shown ofReadings = StatementPart.Shown.ofReadings(answer);
    readings.stream().map(Fields::of)
        .forEach(
            reading -> parts.add(StatementPart.of(answer, reading, "If the cap counts " + name(reading), ofReadings)));
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
    DateRange days = DateRange.of(answer.date("from"), answer.date("through"));
    String clause =
        answer.optionalText("clauseTitle").map(title -> title + " (" + answer.text("clause") + ")")
            .orElseGet(() -> answer.text("clause"));
    String recorded =
        "event " + whole(answer, "event") + " at " + answer.text("recordedAt") + " by " + answer.text("recordedBy");
    return List.of(
        new Facts(
            new Pair("Payer", answer.text("payerName")),
            new Pair("Period", answer.text("period") + ", " + days)),
        new Facts(new Pair("Payee", answer.text("payeeName")), new Pair("Issued on", answer.text("issuedOn"))),
        new Facts(new Pair("Clause", clause),
            new Pair("Due on", text(answer, "dueOn", "no due date: the terms name none"))),
        new Facts(new Pair("Recorded", recorded), new Pair("Currency", answer.text("currency"))));
  }

  /** Whether some amount is so long that columns of them need smaller letters. */
  private static boolean isWide(Fields answer) {
    return items(answer, "lines").stream()
        .flatMap(line -> Stream.of("base", "gross", "accrued").map(name -> amount(line, name)))
        .anyMatch(amount -> amount.length() > LONGEST);
  }

  private static String name(Fields reading) {
    return Stream.of("basis", "counts").flatMap(part -> reading.optionalText(part).stream())
        .map(CapWords::word)
        .collect(Collectors.joining(", "));
  }
}
