package io.contract.ledger.model;

import io.contract.ledger.Flow;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An agreement with one clause, {@code share}, and the facts recorded under it. It has them in plain form for the model and as
 * events for the engine. A fact that the engine refuses is in neither.
 */
final class Scenario {

  private static final Instant FIRST = Instant.parse("2100-01-01T00:00:00Z");

  private static final List<String> NEEDED = List.of("id", "kind", "payer", "payee", "base", "period");

  private final Node agreement;
  private final List<Told> facts = new ArrayList<>();
  private Agreement engine = Agreement.NONE;

  /**
   * One fact.
   *
   * @param label the label by which a withdrawal names it, because its place changes when facts before it are left out
   */
  record Told(int label, String key, Node fields) {
    static final String WITHDRAWN_LABEL = "label";
  }

  private Scenario(Node agreement) {
    this.agreement = agreement;
  }

  /** The agreement alone; empty when the engine refuses it. */
  static Optional<Scenario> of(Node agreement) {
    Scenario scenario = new Scenario(agreement);
    Value.Tree executed = Flow.tree(scenario.executed().toString());
    return fits(executed, FactKind.AGREEMENT.shape())
        && scenario.accepted(FactKind.AGREEMENT.read(executed))
            ? Optional.of(scenario)
            : Optional.empty();
  }

  /** The agreement as it is recorded, and as it stands in a file. */
  Node executed() {
    String begin = agreement.text("effectiveOn");
    Node executed = Node.of("id", "acme-globex", "title", "Acme and Globex", "timeZone", "UTC", "parties",
        List.of(Node.of("id", "acme", "name", "Acme Corp"), Node.of("id", "globex", "name", "Globex Ltd")), "currency",
        currency(), "executedOn", begin, "effectiveOn", begin, "clauses", List.of(clause()));
    return agreement.get("fiscalYearEnds").map(month -> executed.with("fiscalYearEnds", month)).orElse(executed);
  }

  /** A scenario that the engine has not seen, so that only the model can answer it. */
  static Scenario ofModelOnly(Node agreement, List<Told> facts) {
    Scenario scenario = new Scenario(agreement);
    scenario.facts.addAll(facts);
    return scenario;
  }

  /** The agreement with those of the facts that the engine accepts. */
  static Optional<Scenario> of(Node agreement, List<Told> facts) {
    Optional<Scenario> scenario = of(agreement);
    scenario.ifPresent(made -> facts.forEach(made::record));
    return scenario;
  }

  /** Whether the engine takes the fact as a new one. */
  boolean record(Told fact) {
    Optional<FactKind> key = FactKind.keyed(fact.key());
    Optional<Value.Tree> tree = fields(fact).map(fields -> Flow.tree(fields.toString()));
    boolean accepted = key.isPresent() && tree.isPresent() && fits(tree.get(), key.get().shape())
        && accepted(key.get().read(tree.get()));
    if (accepted) {
      facts.add(fact);
    }
    return accepted;
  }

  /**
   * The fields as the engine and a file take them, where a withdrawal names the sequence; empty when the withdrawn fact is not
   * there.
   */
  Optional<Node> fields(Told fact) {
    if (!fact.key().equals("withdrawal")) {
      return Optional.of(fact.fields());
    }
    Optional<String> label = fact.fields().optional(Told.WITHDRAWN_LABEL);
    for (int i = 0; i < facts.size(); i++) {
      if (label.filter(String.valueOf(facts.get(i).label())::equals).isPresent()) {
        return Optional.of(Node.of("sequence", i + 1, "reason", "mistake"));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Value.Tree tree, Shape shape) {
    return Checker.check(tree, Type.object(shape), Pointer.ROOT).isEmpty();
  }

  private boolean accepted(Fact fact) {
    Instant at = engine.nextRecordedAt(FIRST);
    if (AgreementDecider.decide(engine, fact, at) instanceof Decision.Accepted(var canonical)) {
      engine = engine.evolve(new Recorded(engine.nextSequence(), at, "tester", null, canonical));
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

  int decimals() {
    return Currency.of(currency()).decimals();
  }

  List<Told> facts() {
    return List.copyOf(facts);
  }

  /** Every scenario that lacks one thing of this one: some facts, or an attribute of the clause or of a change. */
  List<Supplier<Optional<Scenario>>> smaller() {
    List<Supplier<Optional<Scenario>>> smaller = new ArrayList<>();
    for (int size = Math.max(1, facts.size() / 3); size > 0; size /= 3) {
      for (int i = 0; i < facts.size(); i += size) {
        List<Told> fewer = new ArrayList<>(facts);
        fewer.subList(i, Math.min(i + size, facts.size())).clear();
        smaller.add(() -> of(agreement, fewer));
      }
    }
    for (Node fewer : without(clause())) {
      if (fewer.entries().keySet().containsAll(NEEDED.stream().filter(clause()::has).toList())) {
        smaller.add(() -> of(agreement.with("clause", fewer), facts));
      }
    }
    for (int i = 0; i < facts.size(); i++) {
      Told fact = facts.get(i);
      int place = i;
      for (Node fewer : without(fact.fields())) {
        List<Told> same = new ArrayList<>(facts);
        same.set(place, new Told(fact.label(), fact.key(), fewer));
        smaller.add(() -> of(agreement, same).filter(made -> made.facts.size() == facts.size()));
      }
    }
    return smaller;
  }

  /** The node without one of its entries, at any depth, each in turn. */
  private static List<Node> without(Node node) {
    List<Node> fewer = new ArrayList<>();
    node.entries().forEach((key, value) -> {
      fewer.add(node.without(key));
      if (value instanceof Node nested) {
        without(nested).forEach(less -> fewer.add(node.with(key, less)));
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          List<Object> less = new ArrayList<>(list);
          Object item = less.remove(i);
          fewer.add(node.with(key, List.copyOf(less)));
          if (item instanceof Node nested) {
            for (Node part : without(nested)) {
              List<Object> same = new ArrayList<>(list);
              same.set(i, part);
              fewer.add(node.with(key, List.copyOf(same)));
            }
          }
        }
      }
    });
    return fewer;
  }

  @Override
  public String toString() {
    return "agreement " + agreement + "\n"
        + facts.stream().map(fact -> fact.label() + " " + fact.key() + " " + fact.fields())
            .collect(Collectors.joining("\n"));
  }
}
