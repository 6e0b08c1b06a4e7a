package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.mapOf;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.LaunchJudgement;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.scenario.Cause;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    Set<ClauseId> changed) {

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
    Set<ClauseId> changed = new LinkedHashSet<>();
    Value.Tree ofPositions = PositionsAndTerms.changedPositions(before, after);
    Stream.of(before, after).flatMap(point -> point.orElseThrow().positions().stream())
        .filter(position -> ofPositions.get(position.name()).isPresent())
        .forEach(position -> changed.add(position.clause()));
    Value.Tree ofClauses = PositionsAndTerms.changedClauses(before, after);
    ofClauses.entries().keySet().forEach(clause -> changed.add(new ClauseId(clause)));
    Value.Tree obligations =
        rows(
            ObligationCalculator.obligations(from), ObligationCalculator.obligations(to), Obligation::ref,
            ObligationAnswer::row, row -> Optional.of(row.clause()), changed);
    Value.Tree statements =
        rows(
            StatementAnswer.all(from, calculator), StatementAnswer.all(to, calculator), StatementAnswer::name,
            statement -> StatementAnswer.row(statement, supposed), statement -> Optional.of(statement.clause()),
            changed);
    Value.Tree launches =
        rows(
            LaunchAssessment.judge(from), LaunchAssessment.judge(to), launch -> name(launch, supposed),
            launch -> row(launch, supposed), LaunchJudgement::clause, changed);
    return new AgreementDifference(ofPositions, ofClauses, obligations, statements, launches, changed);
  }

  /** By name; adds the clauses that the rows that differ are about. */
  private static <T> Value.Tree rows(
      List<T> before, List<T> after, Function<T, String> name, Function<T, Value.Tree> row,
      Function<T, Optional<ClauseId>> clause, Set<ClauseId> changed) {
    Value.Tree rows = Difference.ofPlainRows(before, after, name, row);
    Stream.concat(before.stream(), after.stream())
        .filter(one -> rows.entries().containsKey(name.apply(one)))
        .flatMap(one -> clause.apply(one).stream())
        .forEach(changed::add);
    return rows;
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
