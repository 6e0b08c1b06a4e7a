package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.mapOf;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.LaunchJudgement;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.scenario.Cause;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.statement.Statement;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The differences between the answers from two sets of facts. The two sets are known at two points on the axes of time, or they
 * are the facts without and with supposed ones.
 *
 * @param changed the clauses in which anything differs
 */
record AgreementDifference(
    Value.Tree positions,
    Value.Tree clauses,
    Value.Tree obligations,
    Value.Tree statements,
    Value.Tree launches,
    Set<String> changed) {

  /** What differs besides positions and terms. */
  static final Shape SHAPE =
      Shape.of("Differences")
          .required("obligations", mapOf(PositionsAndTerms.CHANGES), "By ref: each field {from, to}.")
          .required("statements", mapOf(PositionsAndTerms.CHANGES),
              "By clause and number, such as share/2: each field {from, to}. What a statement says never changes; it is there or not.")
          .required(
              "launches",
              mapOf(PositionsAndTerms.CHANGES),
              "By the number of the launch's event, of a supposed one by facts/ and its place: each field {from, to}.");

  /**
   * Compares the answers from two sets of facts.
   *
   * @param supposed the supposed facts, where the second set has some
   */
  static AgreementDifference between(FactsAsOf from, FactsAsOf to, Optional<Supposed> supposed) {
    StatementCalculator calculator = new StatementCalculator();
    Optional<PositionsAndTerms> before =
        Optional.of(PositionsAndTerms.of(from, PositionCalculator.positions(from), calculator));
    Optional<PositionsAndTerms> after =
        Optional.of(PositionsAndTerms.of(to, PositionCalculator.positions(to), calculator));
    Set<String> changed = new LinkedHashSet<>();
    Value.Tree ofPositions = PositionsAndTerms.changedPositions(before, after);
    changed.addAll(ofPositions.entries().keySet());
    Value.Tree ofClauses = PositionsAndTerms.changedClauses(before, after);
    changed.addAll(ofClauses.entries().keySet());
    Value.Tree obligations = obligations(from, to, changed);
    Value.Tree statements = statements(from, to, calculator, supposed, changed);
    Value.Tree launches = launches(from, to, supposed, changed);
    return new AgreementDifference(ofPositions, ofClauses, obligations, statements, launches, changed);
  }

  private static Value.Tree obligations(FactsAsOf from, FactsAsOf to, Set<String> changed) {
    List<Obligation> before = ObligationCalculator.obligations(from);
    List<Obligation> after = ObligationCalculator.obligations(to);
    Value.Tree obligations =
        Difference.ofRows(
            before, after, Obligation::ref,
            (one, other) -> Difference.ofFields(one.map(ObligationAnswer::row), other.map(ObligationAnswer::row)));
    Stream.concat(before.stream(), after.stream())
        .filter(row -> obligations.entries().containsKey(row.ref()))
        .forEach(row -> changed.add(row.clause()));
    return obligations;
  }

  private static Value.Tree statements(
      FactsAsOf from,
      FactsAsOf to,
      StatementCalculator calculator,
      Optional<Supposed> supposed,
      Set<String> changed) {
    List<Statement> before = StatementAnswer.all(from, calculator);
    List<Statement> after = StatementAnswer.all(to, calculator);
    Value.Tree statements =
        Difference.ofRows(
            before, after, StatementAnswer::name,
            (one, other) -> Difference.ofFields(
                one.map(said -> StatementAnswer.row(said, supposed)),
                other.map(said -> StatementAnswer.row(said, supposed))));
    Stream.concat(before.stream(), after.stream())
        .filter(one -> statements.entries().containsKey(StatementAnswer.name(one)))
        .forEach(one -> changed.add(one.clause()));
    return statements;
  }

  private static Value.Tree launches(
      FactsAsOf from, FactsAsOf to, Optional<Supposed> supposed, Set<String> changed) {
    List<LaunchJudgement> before = LaunchAssessment.judge(from);
    List<LaunchJudgement> after = LaunchAssessment.judge(to);
    Value.Tree launches =
        Difference.ofRows(
            before, after, launch -> name(launch, supposed),
            (one, other) -> Difference
                .ofFields(one.map(launch -> row(launch, supposed)), other.map(launch -> row(launch, supposed))));
    Stream.concat(before.stream(), after.stream())
        .filter(launch -> launches.entries().containsKey(name(launch, supposed)))
        .flatMap(launch -> launch.clause().stream())
        .forEach(changed::add);
    return launches;
  }

  private static String name(LaunchJudgement launch, Optional<Supposed> supposed) {
    return place(launch, supposed).map(place -> "facts/" + place).orElseGet(() -> Long.toString(launch.sequence()));
  }

  /** Leaves out the sequence of a supposed launch: the number that it would get may go to another fact. */
  private static Value.Tree row(LaunchJudgement launch, Optional<Supposed> supposed) {
    Value.Tree row = LaunchAnswer.row(launch);
    return place(launch, supposed).isPresent() ? row.without("sequence") : row;
  }

  private static Optional<Integer> place(LaunchJudgement launch, Optional<Supposed> supposed) {
    return supposed.flatMap(facts -> facts.placeOf(launch.sequence()));
  }

  /** Adds the differences to an answer that is begun. */
  TreeBuilder write(TreeBuilder begun) {
    return begun
        .put("positions", positions)
        .put("clauses", clauses)
        .put("obligations", obligations)
        .put("statements", statements)
        .put("launches", launches);
  }

  /** The clauses that differ and that the cause touches; empty when there is none. */
  Optional<List<Value>> of(Cause cause) {
    List<Value> clauses = cause.clauses().stream().filter(changed::contains).map(Value::text).toList();
    return clauses.isEmpty() ? Optional.empty() : Optional.of(clauses);
  }
}
