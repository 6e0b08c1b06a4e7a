package io.contract.ledger;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.agreement.Refusal;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An agreement under test, written in the form of agreement files. Facts are written as in a file, one a line. They are recorded a
 * second apart, late enough that none of their dates is in the future.
 */
public final class Given {

  private static final Instant FIRST = Instant.parse("2100-01-01T00:00:00Z");

  private Agreement state = Agreement.NONE;

  private Given() {}

  /** Acme pays Globex; {@code clauses} in flow style, e.g. {@code {id: share, kind: revenue-share, …}}. */
  public static Given agreement(String clauses) {
    return agreement("USD", clauses);
  }

  public static Given agreement(String currency, String clauses) {
    return agreement(currency, "{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}", clauses);
  }

  /** Likewise, between these parties. */
  public static Given agreement(String currency, String parties, String clauses) {
    Given given = new Given();
    Value.Tree whole = Flow.tree("{id: acme-globex, title: Acme and Globex, currency: " + currency
        + ", timeZone: UTC, executedOn: 2021-01-01, effectiveOn: 2021-01-01,"
        + " parties: [" + parties + "], clauses: [" + clauses
        + "]}");
    fits(whole, Type.object(FactKind.AGREEMENT.shape()));
    given.record(FactKind.AGREEMENT.read(whole));
    return given;
  }

  /** The usual share of 20 % of net sales, quarterly, with more attributes such as {@code cap: {amount: "1000"}}. */
  public static String share(String more) {
    return "{id: share, kind: revenue-share, payer: acme, payee: globex, base: net-sales, rate: \"0.20\", period: quarter"
        + (more.isEmpty() ? "" : ", " + more) + "}";
  }

  /** Records a fact, e.g. {@code "payment", "{id: p1, …}"}, which must be accepted as new. */
  public Given and(String key, String fact) {
    Decision decision = tried(key, fact);
    if (!(decision instanceof Decision.Accepted)) {
      throw new AssertionError("expected " + key + " " + fact + " to be recorded, found " + decision);
    }
    record(fact(key, fact));
    return this;
  }

  public Given revenue(String id, String from, String through, String amount) {
    return and("revenue", "{id: " + id + ", stream: net-sales, from: " + from + ", through: " + through
        + ", amount: \"" + amount + "\"}");
  }

  public Given payment(String id, String valueOn, String amount) {
    return and("payment", "{id: " + id + ", clause: share, payer: acme, payee: globex, amount: \"" + amount
        + "\", valueOn: " + valueOn + "}");
  }

  public Given waiver(String on, String amount) {
    return and("waiver", "{clause: share, amount: \"" + amount + "\", on: " + on + ", by: globex}");
  }

  public Given amendment(int number, String effectiveOn, String changes) {
    return and("amendment", "{number: " + number + ", title: Amendment, executedOn: " + effectiveOn
        + ", effectiveOn: " + effectiveOn + ", changes: [" + changes + "]}");
  }

  /** The decision on the fact, which is not recorded. */
  public Decision tried(String key, String fact) {
    return AgreementDecider.decide(state, fact(key, fact), state.nextRecordedAt(FIRST));
  }

  /** The codes of all violations of the fact, in order of precedence. */
  public List<String> refusalsOf(String key, String fact) {
    if (tried(key, fact) instanceof Decision.Refused(Refusal refusal)) {
      return refusal.violations().stream().map(Violation::code).map(code -> code.slug()).toList();
    }
    throw new AssertionError("expected " + key + " " + fact + " to be refused");
  }

  public Agreement state() {
    return state;
  }

  public FactsAsOf on(String day) {
    return FactsAsOf.of(state.facts(), LocalDate.parse(day));
  }

  /** The position of the first book of the clause {@code share} on the day, with all that is recorded. */
  public Position position(String day) {
    return positions(day).getFirst();
  }

  /** The positions of all books of the clause {@code share} on the day, with all that is recorded. */
  public List<Position> positions(String day) {
    return PositionCalculator.positions(on(day), new ClauseId("share"));
  }

  private void record(Fact fact) {
    Instant at = state.nextRecordedAt(FIRST).plusSeconds(1);
    if (AgreementDecider.decide(state, fact, at) instanceof Decision.Accepted(var canonical)) {
      state = state.evolve(new Recorded(state.nextSequence(), at, "tester", null, canonical));
    } else {
      throw new AssertionError("expected " + fact + " to be accepted");
    }
  }

  private static Fact fact(String key, String fact) {
    FactKind kind = FactKind.keyed(key).orElseThrow();
    Value.Tree tree = Flow.tree(fact);
    fits(tree, Type.object(kind.shape()));
    return kind.read(tree);
  }

  private static void fits(Value.Tree tree, Type type) {
    List<Violation> violations = Checker.check(tree, type, Pointer.ROOT);
    if (!violations.isEmpty()) {
      throw new AssertionError("the test itself is wrong: " + violations);
    }
  }
}
