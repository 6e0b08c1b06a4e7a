package io.contract.ledger.model;

import io.contract.ledger.Flow;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementCommand;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.agreement.FactKey;
import io.contract.ledger.fact.FactReader;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An agreement with one clause, {@code share}, and the facts recorded under it: once in plain form, which the model works on, and once
 * as the engine's events. A fact that the engine refuses is in neither.
 */
final class Scenario {

  private static final Instant FIRST = Instant.parse("2100-01-01T00:00:00Z");

  private static final List<String> NEEDED = List.of("id", "kind", "payer", "payee", "base", "rate", "period");

  private final Node agreement;
  private final List<Fact> facts = new ArrayList<>();
  private Agreement engine = Agreement.NONE;

  /**
   * One fact.
   *
   * @param label what a withdrawal names it by, as its place changes when facts before it are left out
   */
  record Fact(int label, String key, Node fields) {
    static final String WITHDRAWN_LABEL = "label";
  }

  private Scenario(Node agreement) {
    this.agreement = agreement;
  }

  /** The agreement alone; empty when the engine refuses it. */
  static Optional<Scenario> of(Node agreement) {
    Scenario scenario = new Scenario(agreement);
    String parties = "[{id: acme, name: Acme Corp}, {id: globex, name: Globex Ltd}]";
    String text = "{id: acme-globex, title: Acme and Globex, timeZone: UTC, parties: " + parties
        + ", currency: " + scenario.currency() + ", executedOn: " + agreement.text("effectiveOn")
        + ", effectiveOn: " + agreement.text("effectiveOn") + ", clauses: [" + scenario.clause() + "]}";
    AgreementCommand command = new AgreementCommand.ExecuteAgreement(
        FactReader.agreement(new Fields(Flow.tree(text))));
    return scenario.accepted(command) ? Optional.of(scenario) : Optional.empty();
  }

  /** The same agreement with those of the facts that the engine then accepts. */
  static Optional<Scenario> of(Node agreement, List<Fact> facts) {
    Optional<Scenario> scenario = of(agreement);
    scenario.ifPresent(made -> facts.forEach(made::record));
    return scenario;
  }

  /** Whether the engine takes the fact as a new one. */
  boolean record(Fact fact) {
    Optional<String> text = engineText(fact);
    boolean accepted = text.isPresent()
        && accepted(FactKey.named(fact.key()).orElseThrow().command(Flow.tree(text.get())));
    if (accepted) {
      facts.add(fact);
    }
    return accepted;
  }

  private Optional<String> engineText(Fact fact) {
    if (!fact.key().equals("withdrawal")) {
      return Optional.of(fact.fields().toString());
    }
    int label = Integer.parseInt(fact.fields().text(Fact.WITHDRAWN_LABEL));
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).label() == label) {
        return Optional.of("{sequence: " + (i + 1) + ", reason: mistake}");
      }
    }
    return Optional.empty();
  }

  private boolean accepted(AgreementCommand command) {
    Instant at = engine.nextRecordedAt(FIRST);
    if (AgreementDecider.decide(engine, command, at) instanceof Decision.Accepted(var event)) {
      engine = engine.evolve(new Recorded(engine.nextSequence(), at, "tester", null, event));
      return true;
    }
    return false;
  }

  Agreement engine() {
    return engine;
  }

  Node agreement() {
    return agreement;
  }

  Node clause() {
    return agreement.node("clause").orElseThrow();
  }

  String currency() {
    return agreement.text("currency");
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** Every agreement and list of facts that lacks one thing of this one: a fact, or an attribute of the clause. */
  List<Scenario> smaller() {
    List<Scenario> smaller = new ArrayList<>();
    for (int size = Math.max(1, facts.size() / 3); size > 0; size /= 3) {
      for (int i = 0; i < facts.size(); i += size) {
        List<Fact> fewer = new ArrayList<>(facts);
        fewer.subList(i, Math.min(i + size, facts.size())).clear();
        of(agreement, fewer).ifPresent(smaller::add);
      }
    }
    for (String attribute : clause().entries().keySet()) {
      if (!NEEDED.contains(attribute)) {
        of(agreement.with("clause", clause().without(attribute)), facts).ifPresent(smaller::add);
      }
    }
    return smaller;
  }

  @Override
  public String toString() {
    return "agreement " + agreement + "\n"
        + facts.stream().map(fact -> fact.label() + " " + fact.key() + " " + fact.fields())
            .collect(Collectors.joining("\n"));
  }
}
