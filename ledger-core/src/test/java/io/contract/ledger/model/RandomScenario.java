package io.contract.ledger.model;

import io.contract.ledger.model.Scenario.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random agreement and history; the same seed gives the same one. */
final class RandomScenario {

  private static final List<String> STREAMS = List.of("net-sales", "services", "returns");
  private static final int DAYS = 1_100;

  private final Random random;
  private final LocalDate begin;
  private final String currency;
  private final boolean rareTerms;
  private final Map<String, LocalDate> reportedThrough = new HashMap<>();
  private int labels;

  private RandomScenario(long seed) {
    this.random = new Random(seed);
    this.begin = LocalDate.parse(oneOf("2021-01-01", "2020-02-29", "2021-03-15"));
    this.currency = oneOf("USD", "USD", "JPY", "BHD");
    this.rareTerms = chance(20);
  }

  static Scenario of(long seed, int facts) {
    RandomScenario generator = new RandomScenario(seed);
    Scenario scenario = Scenario
        .of(Node.of("effectiveOn", generator.begin.toString(), "currency", generator.currency, "clause",
            generator.clause()))
        .orElseThrow();
    for (int i = 0; i < facts; i++) {
      generator.step(scenario);
    }
    return scenario;
  }

  /** Days to ask about: any, the last of a month, and one when all is over. */
  static List<LocalDate> days(long seed, Scenario scenario) {
    Random random = new Random(~seed);
    LocalDate begin = scenario.agreement().date("effectiveOn");
    LocalDate any = begin.plusDays(random.nextInt(DAYS + 60) - 20L);
    LocalDate other = begin.plusDays(random.nextInt(DAYS + 60));
    return List.of(any, other.withDayOfMonth(other.lengthOfMonth()), begin.plusDays(DAYS + 200));
  }

  private void step(Scenario scenario) {
    switch (random.nextInt(22)) {
      case 0, 1, 2, 3, 4, 5, 6 -> report(scenario);
      case 7 -> record(scenario, "restatement", Node.of("id", id("t"), "restates", known(scenario, "revenue",
          "restatement"), "amount", reported()));
      case 8, 9, 10, 11 -> payment(scenario);
      case 12 -> record(scenario, "reversal",
          Node.of("payment", known(scenario, "payment"), "on", day(), "reason", "bounced"));
      case 13, 14, 15 -> waiver(scenario);
      case 16 -> withdrawal(scenario);
      case 17 -> {
        if (chance(40)) {
          record(scenario, "milestone", Node.of("id", "agi", "on", day(), "by", "acme"));
        }
      }
      default -> amendment(scenario);
    }
  }

  private void report(Scenario scenario) {
    String stream = chance(50) ? "net-sales" : oneOf(STREAMS.toArray(String[]::new));
    LocalDate from = reportedThrough.getOrDefault(stream, begin.minusDays(chance(10) ? 20 : 1))
        .plusDays(1 + (chance(20) ? random.nextInt(50) : 0));
    LocalDate through = from.plusDays(chance(10) ? random.nextInt(420) : random.nextInt(120));
    if (chance(30)) {
      through = through.withDayOfMonth(through.lengthOfMonth());
    }
    Node report = Node.of("id", id("r"), "stream", stream, "from", from.toString(), "through", through.toString(),
        "amount", reported());
    if (record(scenario, "revenue", report)) {
      reportedThrough.put(stream, through);
    }
  }

  private void payment(Scenario scenario) {
    Node payment = Node.of("id", id("p"), "clause", "share", "payer", "acme", "payee", "globex", "amount",
        amount(400), "valueOn", oftenSpecialDay(scenario));
    record(scenario, "payment", chance(25) ? payment.with("withheld", amount(30)) : payment);
  }

  private void waiver(Scenario scenario) {
    for (int tries = 0; tries < 4; tries++) {
      String on = oftenSpecialDay(scenario);
      LocalDate near = LocalDate.parse(on).minusDays(random.nextInt(200));
      Node waiver = Node.of("clause", "share", "amount", amount(80), "on", on, "by", "globex");
      String period = Span.period(oneOf("quarter", "month", "half-year", "year"), near).periodName();
      if (record(scenario, "waiver", chance(50) ? waiver.with("period", period) : waiver)) {
        return;
      }
    }
  }

  private void withdrawal(Scenario scenario) {
    if (!scenario.facts().isEmpty() && chance(60)) {
      record(scenario, "withdrawal",
          Node.of(Fact.WITHDRAWN_LABEL, random.nextInt(labels) + ""));
    }
  }

  private void amendment(Scenario scenario) {
    String on = oftenSpecialDay(scenario);
    Node change = chance(4)
        ? Node.of("replace", clause())
        : chance(2)
            ? Node.of("end", Node.of("clause", "share"))
            : Node.of("revise", Node.of("clause", "share", "set", patch()));
    record(scenario, "amendment", Node.of("number", labels + 1, "title", "Amendment", "executedOn",
        chance(70) ? on : day(), "effectiveOn", on, "changes", List.of(change)));
  }

  private Node patch() {
    Node patch = switch (random.nextInt(16)) {
      case 0, 1 -> Node.of("rate", rareTerms && chance(20) ? "unstated" : rate());
      case 2, 3 -> Node.of("cap", Node.of("amount", amount(1_000)));
      case 4 -> Node.of("cap", Node.of("counts", oneOf("since-inception", "since-effective", "unstated")));
      case 5 -> Node.of("cap", cap(), "caps", Node.NULL);
      case 6 -> Node.of("cap", Node.NULL, "caps", caps());
      case 7 -> Node.of("cap", Node.NULL, "caps", Node.NULL);
      case 8 -> Node.of("period", oneOf("quarter", "month", "half-year", "year"));
      case 9 -> Node.of("due", chance(70) ? due() : Node.NULL);
      case 10 -> Node.of("through", chance(50) ? day() : Node.NULL);
      case 11 -> Node.of("cap", Node.of("basis", oneOf("accrued", "paid", "unstated")));
      case 12 -> Node.of("negative", oneOf("floor", "carry"));
      case 13 -> chance(50) ? Node.of("rounding", rounding()) : Node.of("text", "wording " + random.nextInt(9));
      case 14 -> Node.of("base", base());
      default -> Node.of("endsOnMilestone", chance(50) ? "agi" : Node.NULL);
    };
    return chance(15) ? patch.with("rate", rate()) : patch;
  }

  private Node clause() {
    Node clause = Node.of("id", "share", "kind", "revenue-share", "payer", "acme", "payee", "globex", "base", base(),
        "rate", rate(), "period", oneOf("quarter", "quarter", "month", "half-year", "year"));
    clause = chance(70) ? clause.with("due", due()) : clause;
    clause = chance(40) ? clause.with("rounding", rounding()) : clause;
    clause = chance(25) ? clause.with("negative", oneOf("floor", "carry")) : clause;
    clause = chance(15) ? clause.with("from", begin.plusDays(random.nextInt(150)).toString()) : clause;
    clause = chance(15) ? clause.with("through", begin.plusDays(400L + random.nextInt(700)).toString()) : clause;
    clause = chance(15) ? clause.with("endsOnMilestone", "agi") : clause;
    int caps = random.nextInt(10);
    return caps < 6 ? clause.with("cap", cap()) : caps < 8 ? clause.with("caps", caps()) : clause;
  }

  private Object base() {
    return switch (random.nextInt(5)) {
      case 0, 1, 2 -> "net-sales";
      case 3 -> Node.of("streams", List.of("net-sales", "services"));
      default -> Node.of("streams", chance(50) ? List.of("net-sales") : List.of("net-sales", "services"), "deduct",
          List.of("returns"));
    };
  }

  private Node due() {
    Node due = Node.of("days", random.nextInt(70));
    return chance(50)
        ? due
        : due.with("roll", oneOf("none", "following", "modified-following", "preceding"))
            .with("calendar", "SatSun");
  }

  private Node rounding() {
    return Node.of("mode", oneOf("half-up", "half-even"), "at", oneOf("line", "period"));
  }

  private List<Node> caps() {
    List<Node> caps = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      caps.add(cap());
    }
    return caps;
  }

  private Node cap() {
    Node cap = chance(92) ? Node.of("amount", amount(chance(50) ? 300 : 1_200)) : Node.EMPTY;
    cap = chance(75) ? cap.with("basis", oneOf("accrued", "paid")) : cap;
    cap = chance(75) ? cap.with("counts", oneOf("since-inception", "since-effective")) : cap;
    cap = chance(15) ? cap.with("countsFrom", day()) : cap;
    cap = chance(50) ? cap.with("window", oneOf("lifetime", "calendar-year", "contract-year")) : cap;
    LocalDate from = begin.plusDays(random.nextInt(DAYS));
    cap = chance(15) ? cap.with("from", from.toString()) : cap;
    return chance(15) ? cap.with("through", from.plusDays(random.nextInt(500)).toString()) : cap;
  }

  private boolean record(Scenario scenario, String key, Node fields) {
    return scenario.record(new Fact(labels++, key, fields));
  }

  private String known(Scenario scenario, String... keys) {
    List<Fact> found = scenario.facts().stream().filter(fact -> List.of(keys).contains(fact.key())).toList();
    return found.isEmpty() ? "none" : found.get(random.nextInt(found.size())).fields().text("id");
  }

  private String day() {
    return begin.plusDays(random.nextInt(DAYS) - (chance(5) ? 30L : 0L)).toString();
  }

  /** A day on which something else happens, every other time. */
  private String oftenSpecialDay(Scenario scenario) {
    List<Fact> reports = scenario.facts().stream().filter(fact -> fact.key().equals("revenue")).toList();
    if (reports.isEmpty() || chance(50)) {
      return day();
    }
    return reports.get(random.nextInt(reports.size())).fields().date("through").plusDays(random.nextInt(3)).toString();
  }

  private String rate() {
    return "0." + (5 + random.nextInt(35)) + (chance(20) ? "125" : "");
  }

  private String reported() {
    return (chance(20) ? "-" : "") + amount(2_000);
  }

  private String amount(int below) {
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    BigDecimal scale = BigDecimal.TEN.pow(decimals);
    return new BigDecimal(1 + random.nextInt(below * scale.intValueExact())).divide(scale).setScale(decimals)
        .toPlainString();
  }

  private String id(String prefix) {
    return prefix + labels;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
