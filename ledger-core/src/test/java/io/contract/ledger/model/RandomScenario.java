package io.contract.ledger.model;

import io.contract.ledger.model.Scenario.Told;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A random agreement and history; the same seed gives the same one. */
final class RandomScenario {

  private static final long FIXED = 1_000_003;
  private static final List<String> STREAMS = List.of("net-sales", "services", "returns");

  private final Dice dice;
  private final LocalDate begin;
  private final String currency;
  private final String yearEnds;
  private final boolean steady;
  private final boolean isFixed;
  private final RandomTerms terms;
  private final Map<String, LocalDate> reportedThrough = new HashMap<>();
  private int labels;

  private RandomScenario(long seed) {
    this.dice = new Dice(seed);
    this.begin = LocalDate.parse(dice.oneOf("2021-01-01", "2020-02-29", "2021-03-15", "2023-01-01"));
    this.currency = dice.oneOf("USD", "USD", "JPY", "BHD");
    this.steady = dice.chance(70);
    this.yearEnds = dice.chance(30) ? dice.oneOf("3", "6", "9", "12", "1") : "";
    // Drawn apart, so that the shares of other seeds are what they were.
    this.isFixed = new Dice(seed + FIXED).chance(12);
    this.terms = new RandomTerms(dice, begin, currency, steady, !yearEnds.isEmpty(), isFixed);
  }

  static Scenario of(long seed, int facts) {
    RandomScenario generator = new RandomScenario(seed);
    Scenario scenario = generator.agreement();
    for (int i = 0; i < 4 && generator.steady; i++) {
      generator.report(scenario, "net-sales");
    }
    while (scenario.facts().size() < facts && generator.labels < 3 * facts) {
      generator.step(scenario);
    }
    return scenario;
  }

  /** A random agreement that is not refused. */
  private Scenario agreement() {
    for (int tries = 0; tries < 100; tries++) {
      Node agreement = Node.of("effectiveOn", begin.toString(), "currency", currency, "clause", terms.clause());
      Optional<Scenario> made =
          Scenario.of(yearEnds.isEmpty() ? agreement : agreement.with("fiscalYearEnds", Integer.valueOf(yearEnds)));
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new AssertionError("every agreement is refused");
  }

  /** Days to ask about: random days, the last day of a month, and a day after everything has happened. */
  static List<LocalDate> days(long seed, Scenario scenario) {
    Dice dice = new Dice(~seed);
    LocalDate begin = scenario.agreement().date("effectiveOn");
    LocalDate any = begin.plusDays(dice.below(Dice.DAYS + 60) - 20L);
    LocalDate other = begin.plusDays(dice.below(Dice.DAYS + 60));
    return List.of(any, other.withDayOfMonth(other.lengthOfMonth()), lastDay(scenario));
  }

  static LocalDate lastDay(Scenario scenario) {
    return scenario.agreement().date("effectiveOn").plusDays(Dice.DAYS + 200);
  }

  private void step(Scenario scenario) {
    switch (dice.below(27)) {
      case 0, 1, 2, 3, 4 ->
        report(scenario, steady || dice.chance(50) ? "net-sales" : dice.oneOf(STREAMS));
      case 5, 6 -> report(scenario, dice.oneOf(STREAMS));
      case 7 -> record(scenario, "restatement", paidIn(Node.of("id", id("t"), "restates",
          known(scenario, "revenue", "restatement")), 2_000, true));
      case 8, 9, 10, 11, 12 -> payment(scenario);
      case 13 -> record(scenario, "reversal",
          Node.of("payment", known(scenario, "payment"), "on", dice.day(begin), "reason", "bounced"));
      case 14, 15 -> waiver(scenario);
      case 16 -> withdrawal(scenario);
      case 17 -> {
        if (dice.chance(50)) {
          record(scenario, "milestone",
              Node.of("id", dice.oneOf("agi", "launch"), "on", dice.day(begin), "by", "acme"));
        }
      }
      case 18 -> broughtForward(scenario);
      case 19 -> reading(scenario);
      case 20, 21 -> statement(scenario);
      case 22 -> fixing(scenario);
      default -> amendment(scenario);
    }
  }

  private void report(Scenario scenario, String stream) {
    boolean gap = dice.chance(steady && stream.equals("net-sales") ? 2 : 20);
    LocalDate from = reportedThrough.getOrDefault(stream, begin.minusDays(dice.chance(10) ? 20 : 1))
        .plusDays(1 + (gap ? dice.below(50) : 0));
    LocalDate through = from.plusDays(dice.chance(10) ? dice.below(420) : dice.below(120));
    if (dice.chance(30)) {
      through = through.withDayOfMonth(through.lengthOfMonth());
    }
    Node report = paidIn(Node.of("id", id("r"), "stream", stream, "from", from.toString(), "through",
        through.toString()), 2_000, true);
    if (record(scenario, "revenue", report)) {
      reportedThrough.put(stream, through);
    }
  }

  private void payment(Scenario scenario) {
    for (int tries = 0; tries < 4; tries++) {
      String on = oftenSpecialDay(scenario);
      Node payment = paidIn(
          Node.of("id", id("p"), "clause", "share", "payer", "acme", "payee", "globex", "valueOn", on), 400, false);
      String of = payment.optional("currency").orElse(currency);
      payment = dice.chance(25) ? payment.with("withheld", dice.amount(30, of)) : payment;
      if (record(scenario, "payment", dice.chance(30) ? payment.with("period", claimNear(on)) : payment)) {
        return;
      }
    }
  }

  /** The name of what may be owed by the day. */
  private String claimNear(String day) {
    return dice.chance(10) ? Span.BROUGHT_FORWARD.periodName() : periodNear(LocalDate.parse(day));
  }

  /** The fact with an amount, now and then in another currency. */
  private Node paidIn(Node fact, int below, boolean oftenNegative) {
    String sign = oftenNegative && dice.chance(20) ? "-" : "";
    if (dice.chance(88)) {
      return fact.with("amount", sign + dice.amount(below, currency));
    }
    String other = dice.oneOf(List.of("EUR", "JPY", "BHD").stream().filter(one -> !one.equals(currency)).toList());
    return fact.with("amount", sign + dice.amount(below, other)).with("currency", other)
        .with("fxRate", "1." + (100 + dice.below(900)));
  }

  private void waiver(Scenario scenario) {
    for (int tries = 0; tries < 4; tries++) {
      String on = oftenSpecialDay(scenario);
      Node waiver =
          Node.of("clause", "share", "amount", dice.amount(80, currency), "on", on, "by", "globex");
      if (dice.chance(40)) {
        waiver = waiver.with("of", "interest").with("amount", dice.amount(3, currency));
      }
      if (record(scenario, "waiver", dice.chance(50) ? waiver.with("period", claimNear(on)) : waiver)) {
        return;
      }
    }
  }

  private void statement(Scenario scenario) {
    for (int tries = 0; tries < 4; tries++) {
      String on = oftenSpecialDay(scenario);
      if (record(scenario, "statement",
          Node.of("clause", "share", "period", periodNear(LocalDate.parse(on)), "issuedOn", on))) {
        return;
      }
    }
  }

  /** The name of a period that ends, most often, somewhat before the day. */
  private String periodNear(LocalDate day) {
    if (isFixed && dice.chance(40)) {
      return "once";
    }
    if (dice.chance(10)) {
      return dice.oneOf("P", "W", "Term-") + (1 + dice.below(20));
    }
    String years = dice.chance(15) ? begin.toString() : yearEnds.isEmpty() ? "12" : yearEnds;
    return Span
        .period(dice.oneOf("quarter", "month", "half-year", "year") + "@" + years, day.minusDays(dice.below(200)))
        .periodName();
  }

  private void withdrawal(Scenario scenario) {
    if (!scenario.facts().isEmpty() && dice.chance(60)) {
      record(scenario, "withdrawal", Node.of(Told.WITHDRAWN_LABEL, dice.below(labels) + ""));
    }
  }

  private void fixing(Scenario scenario) {
    if (!scenario.agreement().toString().contains("index") && dice.chance(80)) {
      return;
    }
    LocalDate from = dice.chance(40) ? begin.minusDays(dice.below(60)) : LocalDate.parse(oftenSpecialDay(scenario));
    record(scenario, "fixing", Node.of("index", dice.chance(90) ? "SOFR" : "ESTR", "from", from.toString(), "rate",
        (dice.chance(15) ? "-" : "") + "0." + (10 + dice.below(40))));
  }

  private void broughtForward(Scenario scenario) {
    if (dice.chance(30)) {
      String settled = dice.chance(30) ? amount(0) : amount(200);
      record(scenario, "brought-forward", Node.of("clause", "share", "on",
          begin.plusDays(dice.below(dice.chance(50) ? 100 : 700)).toString(), "accrued",
          dice.chance(10) ? amount(0) : (dice.chance(8) ? "-" : "") + amount(250), "settled", settled));
    }
  }

  private String amount(int below) {
    return below == 0 ? "0" : dice.amount(below, currency);
  }

  private void reading(Scenario scenario) {
    boolean basis = dice.chance(50);
    record(scenario, "reading", Node.of("clause", "share", "parameter", basis ? "basis" : "counts", "value",
        basis ? dice.oneOf("accrued", "paid") : dice.oneOf("since-inception", "since-effective"), "from",
        dice.day(begin), "by", "acme"));
  }

  private void amendment(Scenario scenario) {
    String on = oftenSpecialDay(scenario);
    Node change = dice.chance(4)
        ? Node.of("replace", terms.clause())
        : dice.chance(2)
            ? Node.of("end", Node.of("clause", "share"))
            : Node.of("revise", Node.of("clause", "share", "set", terms.patch()));
    record(scenario, "amendment", Node.of("number", labels + 1, "title", "Amendment", "executedOn",
        dice.chance(70) ? on : dice.day(begin), "effectiveOn", on, "changes", List.of(change)));
  }

  private boolean record(Scenario scenario, String key, Node fields) {
    return scenario.record(new Told(labels++, key, fields));
  }

  private String known(Scenario scenario, String... keys) {
    List<Told> found = scenario.facts().stream().filter(fact -> List.of(keys).contains(fact.key())).toList();
    return found.isEmpty() ? "none" : dice.oneOf(found).fields().text("id");
  }

  /** A day, half the time one on which something else happens. */
  private String oftenSpecialDay(Scenario scenario) {
    List<Told> reports = scenario.facts().stream().filter(fact -> fact.key().equals("revenue")).toList();
    if (reports.isEmpty() || dice.chance(50)) {
      return dice.day(begin);
    }
    return dice.oneOf(reports).fields().date("through").plusDays(dice.below(3)).toString();
  }

  private String id(String prefix) {
    return prefix + labels;
  }
}
