package io.contract.ledger.api.export;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A random agreement with everything that accounting meets: currencies with none, two and three decimals, two shares in
 * opposite directions, late interest, withheld tax, balances brought forward, minimums and carried excess. Facts that the
 * ledger refuses are left out. The same seed gives the same agreement.
 */
final class RandomBooks {

  /** Texts that a bank may have written, as difficult as possible for readers of plain text. */
  private static final List<String> TEXTS =
      List.of(
          "B: 7, [x]; no", "two\nlines\r\n\tand a tab", "\"quoted\" \\ and 'so'", "; x = 5 USD",
          "[=2021/01/01] @ 3 EUR",
          "kind: y, date:2021-01-01", ":tag:other:", "a  b | c", "!* (7) {1} ~ = == =* # % $9",
          "é 漢字 \u202e \u00a0 \u2028 x",
          "\\", ":", ",", "[", "key:: 1 + 1", "expr == account", "comment\nend comment", "1/0", "${x} `x` <x>",
          "x".repeat(900));

  private static final String[] PARTIES = {"1acme", "globex", "hooli"};

  private static final LocalDate START = LocalDate.of(2021, 1, 1);

  private final Random random;
  private final String currency;
  private Agreement state = Agreement.NONE;
  private Instant at = Instant.parse("2023-03-01T00:00:00Z");
  private final boolean partiesChange;
  private int amendments;
  private int ids;
  private LocalDate reported = START.minusDays(1);

  private RandomBooks(long seed, boolean partiesChange) {
    this.random = new Random(seed);
    this.partiesChange = partiesChange;
    this.currency = one("USD", "JPY", "BHD");
  }

  /** @param partiesChange whether payers and payees are revised, and parties succeed others */
  static Agreement of(long seed, int facts, boolean partiesChange) {
    RandomBooks books = new RandomBooks(seed, partiesChange);
    books.execute(seed);
    for (int i = 0; i < facts; i++) {
      books.step();
    }
    return books.state;
  }

  private void execute(long seed) {
    String agreement =
        "{'id': 'books-" + seed + "', 'title': TEXT, 'currency': '" + currency
            + "', 'timeZone': 'UTC', 'executedOn': '2021-01-01', 'effectiveOn': '2021-01-01',"
            + " 'parties': [{'id': '1acme', 'name': 'Acme'}, {'id': 'globex', 'name': 'Globex'}, {'id': 'hooli', 'name': 'Hooli'}], 'clauses': ["
            + share("share", "1acme", "globex") + "," + share("0-back", "globex", "1acme") + "," + fee() + "]}";
    record(FactKind.AGREEMENT.read(fields(agreement).tree()));
  }

  private String share(String id, String payer, String payee) {
    return "{'id': '" + id + "', 'kind': 'revenue-share', 'payer': '" + payer + "', 'payee': '" + payee
        + "', 'base': 'net-sales', 'rate': '0." + (10 + random.nextInt(30)) + "', 'period': '"
        + one("month", "quarter", "half-year") + "', 'due': {'days': " + random.nextInt(40)
        + "}, 'lateInterest': {"
        + one("'rate': '0.08'", "'rates': [{'from': '2021-05-01', 'rate': '0.3'}], 'graceDays': 5") + ","
        + " 'dayCount': '" + one("Act/365F", "Act/360", "30/360") + "'}, 'allocation': '"
        + one("interest-first", "principal-first") + "'"
        + one("", ", 'minimum': {'amount': '" + (100 + random.nextInt(200)) + "', 'per': 'calendar-year'}")
        + one("",
            ", 'cap': {'amount': '" + (200 + random.nextInt(400)) + "', 'basis': '" + one("accrued", "paid", "unstated")
                + "', 'counts': 'since-inception', 'window': 'calendar-year', 'excess': '" + one("carried", "forgone")
                + "'}")
        + "}";
  }

  private String fee() {
    return "{'id': 'fee', 'kind': 'fixed-payment', 'payer': '1acme', 'payee': 'globex', 'amount': '" + amount(90)
        + "', "
        + one("'period': 'quarter'", "'on': '2021-05-16'", "'period': 'month', 'through': '2021-07-01'")
        + ", 'due': {'days': " + random.nextInt(40) + "}, 'lateInterest': {'rate': '0.1'}}";
  }

  private void step() {
    at = at.plusSeconds(60);
    String clause = one("share", "0-back", "fee");
    boolean isAgreed = amendments == 0 || random.nextBoolean();
    String payer = isAgreed ? clause.equals("0-back") ? "globex" : "1acme" : one(PARTIES);
    String payee = isAgreed ? clause.equals("0-back") ? "1acme" : "globex" : one(PARTIES);
    switch (random.nextInt(partiesChange ? 12 : 10)) {
      case 0, 1, 2 -> {
        LocalDate from = reported.plusDays(1);
        LocalDate through = from.plusDays(random.nextInt(70));
        reported = through;
        record("revenue",
            "{'id': 'r" + ids++ + "', 'stream': 'net-sales', 'from': '" + from + "', 'through': '" + through
                + "', 'amount': '" + one("", "", "", "-") + amount(900) + "'}");
      }
      case 3, 4, 5 -> record("payment", "{'id': 'p" + ids++ + "', 'clause': '" + clause + "', 'payer': '" + payer
          + "', 'payee': '" + payee + "', 'amount': '" + money() + "', 'valueOn': '" + day() + "', 'reference': TEXT}");
      case 6 -> record("reversal", "{'payment': 'p" + random.nextInt(ids + 1) + "', 'on': '" + day()
          + "', 'reason': TEXT}");
      case 7 ->
        record("waiver",
            "{'clause': '" + clause + "', " + one("'amount': '" + amount(40), "'of': 'interest', 'amount': '0.2")
                + "', 'on': '" + day() + "', 'by': '"
                + payee + "', 'reference': TEXT}");
      case 8 ->
        record("brought-forward", "{'clause': '" + clause + "', 'on': '" + day() + "', 'accrued': '" + amount(90)
            + "', 'settled': '" + amount(90) + "'}");
      case 10 -> amend("{'revise': {'clause': '" + clause + "', 'set': {'payer': '" + payer + "', 'payee': '" + payee
          + "'}}}");
      case 11 -> amend("{'succession': {'from': '" + one(PARTIES) + "', 'to': '" + one(PARTIES) + "', 'clauses': ['"
          + clause + "']}}");
      default -> record("restatement", "{'id': 't" + ids++ + "', 'restates': 'r" + random.nextInt(ids + 1)
          + "', 'amount': '" + amount(900) + "'}");
    }
  }

  private void amend(String change) {
    String day = day();
    record("amendment", "{'number': " + ++amendments + ", 'title': TEXT, 'executedOn': '" + day + "', 'effectiveOn': '"
        + day + "', 'changes': [" + change + "]}");
  }

  /** An amount. One in six is in another currency, with a rate. */
  private String money() {
    if (random.nextInt(6) > 0) {
      return amount(200) + "', 'withheld': '" + amount(20);
    }
    return (1 + random.nextInt(200)) + ".07', 'withheld': '1.05', 'currency': 'EUR', 'fxRate': '1."
        + random.nextInt(1000);
  }

  private void record(String key, String json) {
    record(FactKind.keyed(key).orElseThrow().read(fields(json).tree()));
  }

  private Fields fields(String json) {
    String text = JsonText.write(Value.text(TEXTS.get(random.nextInt(TEXTS.size()))));
    return Fields.of(JsonText.read(json.replace('\'', '"').replace("TEXT", text)));
  }

  private void record(Fact fact) {
    if (AgreementDecider.decide(state, fact, at) instanceof Decision.Accepted(var canonical)) {
      state = state.evolve(new Recorded(state.nextSequence(), at, "tester", null, canonical));
    }
  }

  private String day() {
    return START.plusDays(random.nextInt(760)).toString();
  }

  private String amount(int below) {
    String whole = Integer.toString(1 + random.nextInt(below));
    return switch (currency) {
      case "JPY" -> whole;
      case "BHD" -> whole + "." + (100 + random.nextInt(900));
      default -> whole + "." + (10 + random.nextInt(90));
    };
  }

  private String one(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
