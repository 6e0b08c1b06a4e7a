package io.contract.ledger.properties;

import io.contract.ledger.Flow;
import io.contract.ledger.Given;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * A random history under one revenue share: reports (some negative), restatements, payments, reversals, waivers, withdrawals and
 * amendments of rates and cap, back-dated ones too. The same seed gives the same history.
 */
final class RandomAgreement {

  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final Instant FIRST = Instant.parse("2100-01-01T00:00:00Z");

  private final Random random;
  private final boolean amends;
  private final boolean fallsBelowZero;
  private Agreement state;
  private int ids;
  private LocalDate reportedThrough = START.minusDays(1);

  /**
   * An agreement without facts yet.
   *
   * @param share the clause, in flow style
   * @param amends whether amendments are among the facts
   * @param fallsBelowZero whether reports may be negative
   */
  RandomAgreement(long seed, String share, boolean amends, boolean fallsBelowZero) {
    this.random = new Random(seed);
    this.state = Given.agreement(share).state();
    this.amends = amends;
    this.fallsBelowZero = fallsBelowZero;
  }

  /** A share with a cap of random form, with {@code basis} and {@code counts} as given. */
  static String share(Random random, String basis, String counts) {
    String window = List.of("lifetime", "calendar-year", "contract-year").get(random.nextInt(3));
    String due = random.nextBoolean() ? ", due: {days: " + random.nextInt(60) + "}" + lateInterest(random) : "";
    String rounding = random.nextInt(3) == 0 ? ", rounding: {at: period}" : "";
    return Given.share("cap: {amount: \"" + (100 + random.nextInt(900)) + "." + (10 + random.nextInt(90))
        + "\", basis: " + basis + ", counts: " + counts + ", window: " + window + "}" + due + rounding);
  }

  private static String lateInterest(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "";
      case 1 -> ", lateInterest: {rate: \"0.1\", compound: month, graceDays: " + random.nextInt(30)
          + ", charge: {rate: \"0.05\"}}";
      default -> ", lateInterest: {rates: [{from: 2021-03-01, rate: \"0.1\"}, {from: 2021-08-01, rate: \"0.2\"}]}";
    };
  }

  Agreement state() {
    return state;
  }

  /** Records that many more facts. A fact that is refused is not tried again. */
  RandomAgreement grow(int facts) {
    for (int i = 0; i < facts; i++) {
      step();
    }
    return this;
  }

  /** Issues a statement of some quarter, on some day, if it had begun by then. */
  RandomAgreement issue(int statements) {
    for (int i = 0; i < statements; i++) {
      LocalDate on = day();
      LocalDate of = START.plusDays(random.nextInt(1 + (int) ChronoUnit.DAYS.between(START, on)));
      attempt("statement", "{clause: share, period: " + of.getYear() + "-Q" + ((of.getMonthValue() + 2) / 3)
          + ", issuedOn: " + on + "}");
    }
    return this;
  }

  private void step() {
    int kind = random.nextInt(amends ? 20 : 18);
    switch (kind) {
      case 0, 1, 2, 3, 4, 5 -> report();
      case 6, 7 -> attempt("restatement", "{id: " + id("t") + ", restates: r" + random.nextInt(ids + 1)
          + ", amount: \"" + amount() + "\"}");
      case 8, 9, 10, 11, 12 -> attempt("payment", "{id: " + id("p")
          + ", clause: share, payer: acme, payee: globex, amount: \"" + positive(300) + "\", valueOn: "
          + day() + (random.nextInt(4) == 0 ? ", withheld: \"" + positive(20) + "\"" : "") + "}");
      case 13 -> attempt("reversal", "{payment: p" + random.nextInt(ids + 1) + ", on: " + day() + ", reason: bounced}");
      case 14, 15 -> attempt("waiver", "{clause: share, " + (random.nextInt(3) > 0 ? "amount: \"" + positive(60)
          : "of: interest, amount: \"" + positive(2)) + "\", on: " + day()
          + ", by: globex" + (random.nextBoolean() ? ""
              : ", period: 202" + (1 + random.nextInt(2)) + "-Q"
                  + (1 + random.nextInt(4)))
          + "}");
      case 16, 17 -> attempt("withdrawal", "{sequence: " + random.nextInt(state.facts().events().size() + 1)
          + ", reason: mistake}");
      default -> amend();
    }
  }

  private void report() {
    LocalDate from = reportedThrough.plusDays(1 + (random.nextInt(6) == 0 ? random.nextInt(20) : 0));
    LocalDate through = from.plusDays(random.nextInt(120));
    if (attempt("revenue", "{id: " + id("r") + ", stream: net-sales, from: " + from + ", through: " + through
        + ", amount: \"" + amount() + "\"}")) {
      reportedThrough = through;
    }
  }

  private void amend() {
    String set =
        switch (random.nextInt(4)) {
          case 0 -> "{rate: " + rate() + ", rates: null}";
          case 1 -> "{rate: null, rates: [{rate: " + rate() + "}, {rate: " + rate() + ", from: " + day() + "}]}";
          default -> "{cap: {amount: \"" + positive(1000) + "\"}}";
        };
    LocalDate on = day();
    attempt("amendment", "{number: " + (1 + state.facts().amendments().size()) + ", title: Amendment, executedOn: "
        + on + ", effectiveOn: " + on + ", changes: [{revise: {clause: share, set: " + set + "}}]}");
  }

  private String rate() {
    return "\"0." + (10 + random.nextInt(30)) + "\"";
  }

  private boolean attempt(String key, String fact) {
    Fact asked = FactKind.keyed(key).orElseThrow().read(Flow.tree(fact));
    Instant at = state.nextRecordedAt(FIRST);
    if (AgreementDecider.decide(state, asked, at) instanceof Decision.Accepted(var canonical)) {
      state = state.evolve(new Recorded(state.nextSequence(), at, "tester", null, canonical));
      return true;
    }
    return false;
  }

  LocalDate day() {
    return START.plusDays(random.nextInt(900));
  }

  private String id(String prefix) {
    return prefix + ids++;
  }

  private String amount() {
    boolean negative = fallsBelowZero && random.nextInt(4) == 0;
    return (negative ? "-" : "") + positive(2000);
  }

  private String positive(int below) {
    return (1 + random.nextInt(below)) + "." + (10 + random.nextInt(90));
  }

}
