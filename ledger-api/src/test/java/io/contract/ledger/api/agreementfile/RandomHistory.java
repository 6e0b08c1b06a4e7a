package io.contract.ledger.api.agreementfile;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A random history. It has facts of every kind, withdrawals and back-dated amendments among them, and texts that readers of
 * YAML often get wrong. Facts that the ledger refuses are left out. The same seed gives the same history.
 */
public final class RandomHistory {

  private static final List<FactKind> KEYS = FactKind.UNDER_AGREEMENT;
  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final List<String> TEXTS =
      List.of(
          "no", "Yes", "~", "null", "0123", "1_000", "0x1F", "1e3", ".inf", "12:30:45", "2021-03-31", "- a", "a: b",
          "a #b", "'", "\"", "\\", "{a}", "[", "&a", "*a", "!a", "|", ">", "%", "@", "`", " leading", "trailing ",
          "two\nlines\n", "two\r\nlines of another system\r", "bell and tab", "\u2028\u2029\u0085\uFEFF",
          "\u00E9\u00DF\u4E2D\uD83D\uDE00",
          "=", "<<",
          "plain words", "a, b", "?", "-", "true ", "x".repeat(300));

  private final Random random;
  private Agreement state = Agreement.NONE;
  private Instant at = Instant.parse("2021-06-01T00:00:00Z");
  private int ids;

  private RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  /** An agreement after that many attempts to record facts. */
  public static Agreement of(long seed, String id, int attempts) {
    RandomHistory history = new RandomHistory(seed);
    history.execute(id);
    for (int i = 0; i < attempts; i++) {
      history.step();
    }
    return history.state;
  }

  private void execute(String id) {
    Value.Tree share =
        tree("{'id': 'share', 'kind': 'revenue-share', 'payer': 'acme', 'payee': 'globex', 'base': 'net-sales',"
            + " 'rate': '0.20', 'period': '" + one("month", "quarter", "half-year") + "', 'due': {'days': 30},"
            + " 'lateInterest': {'index': 'SOFR', 'spread': '0.01'},"
            + " 'cap': {'amount': '" + (100 + random.nextInt(900)) + "', 'basis': '"
            + one("accrued", "paid", "unstated")
            + "', 'counts': '" + one("since-inception", "since-effective", "unstated") + "'}}")
            .with("text", Value.text(text()));
    Value.Tree duty =
        tree("{'id': 'notice', 'kind': 'duty', 'obligor': 'acme', 'obligee': 'globex', 'due': '2021-12-31'}")
            .with("act", Value.text(text()));
    Value.Tree licence =
        tree("{'id': 'licence', 'kind': 'licence', 'licensor': 'globex', 'licensee': 'acme', 'exclusive': true,"
            + " 'endsOnMilestone': 'm1'}").with("subject", Value.text(text()));
    Value.Tree firstShip =
        tree("{'id': 'first', 'kind': 'first-ship', 'obligor': 'acme', 'provider': 'globex', 'venue': 'store',"
            + " 'exception': {'requires': 'unstated', 'of': ['cannot-support', 'chooses-not-to-support']}}");
    Value.Tree entry =
        tree("{'id': 'entry', 'kind': 'fixed-payment', 'payer': 'acme', 'payee': 'globex', 'amount': '70.00',"
            + " 'onMilestone': 'm2', 'due': {'months': 1, 'day': 'last'}}").with("title", Value.text(text()));
    Value.Tree agreement =
        tree("{'id': '" + id + "', 'currency': 'USD', 'timeZone': 'Europe/Berlin', 'executedOn': '2021-01-01',"
            + " 'effectiveOn': '2021-01-01', 'parties': [{'id': 'acme', 'name': 'Acme'}, {'id': 'globex', 'name': 'no'}]}")
            .with("title", Value.text(text()))
            .with("clauses", Value.items(List.of(share, duty, licence, firstShip, entry)));
    record(FactKind.AGREEMENT.read(fitting(agreement, Type.object(FactKind.AGREEMENT.shape()))));
  }

  private void step() {
    if (random.nextInt(4) > 0) {
      at = at.plusNanos(1_000L * (1 + random.nextInt(1_000_000_000))).plusSeconds(random.nextInt(2_000_000));
    }
    FactKind key = KEYS.get(random.nextInt(KEYS.size()));
    record(key.read(fitting(fact(key), Type.object(key.shape()))));
  }

  private Value.Tree fact(FactKind key) {
    return switch (key) {
      case REVENUE -> {
        LocalDate from = day();
        yield tree("{'id': '%s', 'stream': 'net-sales', 'from': '%s', 'through': '%s', 'amount': '%s'}"
            .formatted(id("r"), from, from.plusDays(random.nextInt(90)), amount()));
      }
      case RESTATEMENT ->
        tree("{'id': '%s', 'restates': 'r%d', 'amount': '%s'}".formatted(id("t"), random.nextInt(ids + 1), amount()));
      case PAYMENT ->
        backed("{'id': '%s', 'clause': '%s', 'payer': 'acme', 'payee': 'globex', 'amount': '%s', 'valueOn': '%s'}"
            .formatted(id("p"), one("share", "share", "share", "entry"), positive(), day()));
      case REVERSAL ->
        tree("{'payment': 'p%d', 'on': '%s'}".formatted(random.nextInt(ids + 1), day()))
            .with("reason", Value.text(text()));
      case WAIVER ->
        random.nextInt(4) > 0
            ? tree("{'clause': 'share', 'amount': '%s', 'on': '%s', 'by': 'globex'}".formatted(positive(), day()))
            : tree(
                "{'clause': 'entry', 'period': 'once', 'amount': '%s', 'on': '%s', 'by': 'globex'}"
                    .formatted(1 + random.nextInt(20), day()));
      case DISCHARGE -> tree("{'clause': 'notice', 'on': '%s', 'by': 'acme'}".formatted(day()));
      case MILESTONE -> tree("{'id': 'm%d', 'on': '%s'}".formatted(random.nextInt(3), day()))
          .with("by", Value.text(text()));
      case LAUNCH -> tree("{'product': 'thing', 'venue': '%s', 'on': '%s'}".formatted(one("store", "shop"), day()));
      case SUPPORT_DECLINE ->
        tree("{'product': 'thing', 'provider': 'globex', 'on': '%s', 'cannotSupport': %s}"
            .formatted(day(), random.nextBoolean()));
      case WITHDRAWAL ->
        tree("{'sequence': %d}".formatted(random.nextInt(Math.toIntExact(state.nextSequence()) + 1)))
            .with("reason", Value.text(text()));
      case STATEMENT ->
        random.nextInt(4) > 0
            ? tree(
                "{'clause': 'share', 'period': '2021-Q%d', 'issuedOn': '%s'}".formatted(1 + random.nextInt(4), day()))
            : tree("{'clause': 'entry', 'period': 'once', 'issuedOn': '%s'}".formatted(day()));
      case READING ->
        tree("{'clause': 'share', 'parameter': 'basis', 'value': '%s', 'from': '%s'}"
            .formatted(one("accrued", "paid"), day())).with("by", Value.text(text()));
      case BROUGHT_FORWARD ->
        tree("{'id': '%s', 'clause': 'share', 'on': '%s', 'accrued': '%s', 'settled': '%s'}"
            .formatted(id("b"), day(), amount(), positive()));
      case FIXING ->
        tree("{'index': '%s', 'from': '%s', 'rate': '%s'}"
            .formatted(one("SOFR", "ESTR"), day(), one("0.365", "0.05", "-0.02")));
      case AMENDMENT -> amendment();
      case AGREEMENT -> throw new IllegalArgumentException("the agreement is executed once");
    };
  }

  private Value.Tree amendment() {
    LocalDate on = day();
    String set = one("{'rate': '0.1%d'}".formatted(random.nextInt(10)), "{'cap': null}", "{'due': {'days': 10}}");
    return tree(
        "{'number': %d, 'executedOn': '%s', 'effectiveOn': '%s', 'changes': [{'revise': {'clause': 'share', 'set': %s}}]}"
            .formatted(++ids, on, on.minusDays(random.nextInt(200)), set))
        .with("title", Value.text(text()));
  }

  private Value.Tree backed(String fact) {
    return tree(fact)
        .with("reference", Value.text(text()))
        .with("evidence", new TreeBuilder().put("note", text()).build());
  }

  private void record(Fact fact) {
    if (AgreementDecider.decide(state, fact, at) instanceof Decision.Accepted(var canonical)) {
      String by = random.nextInt(3) == 0 ? text() : "ann";
      state = state.evolve(new Recorded(state.nextSequence(), at, by, null, canonical));
    }
  }

  private static Value.Tree fitting(Value.Tree tree, Type type) {
    var violations = Checker.check(tree, type, Pointer.ROOT);
    if (!violations.isEmpty()) {
      throw new AssertionError("the generator itself is wrong: " + violations);
    }
    return tree;
  }

  private Value.Tree tree(String json) {
    return (Value.Tree) io.contract.ledger.api.json.JsonText.read(json.replace('\'', '"'));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private String one(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String id(String letter) {
    return letter + ++ids;
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(500));
  }

  private String amount() {
    return (random.nextInt(5) == 0 ? "-" : "") + positive();
  }

  private String positive() {
    return (1 + random.nextInt(900)) + "." + (10 + random.nextInt(90));
  }
}
