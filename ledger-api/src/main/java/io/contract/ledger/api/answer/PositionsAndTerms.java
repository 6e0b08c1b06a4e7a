package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.ANYTHING;
import static io.contract.ledger.value.Type.mapOf;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.statement.PendingAdjustments;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The positions and terms of an agreement at one point on the axes of time. They are compared with those at another point. */
public record PositionsAndTerms(
    Currency currency, List<Position> positions, Map<String, PendingAdjustments> pending, ConformedCopy copy) {

  /** Rows by their names, each with its differences. */
  static final Type CHANGES = mapOf(ANYTHING);

  /** What changed in positions and terms. */
  static final Shape CHANGED =
      Shape.of("Changed")
          .required(
              "positions",
              mapOf(CHANGES),
              "By clause, and by clause and parties for further books, such as share/acme:initech: each figure {from, to}; caps by their place, from 1, periods, readings and pendingAdjustments by name below it likewise.")
          .required("clauses", mapOf(CHANGES), "By clause: each attribute {from, to}; null where it is not there.");

  /** The positions and terms by these facts. Every position is computed from them alone. */
  public static PositionsAndTerms of(FactsAsOf facts) {
    return of(facts, PositionCalculator.positions(facts), new StatementCalculator());
  }

  /**
   * The positions and terms by these facts, with positions that were computed from them elsewhere.
   *
   * @param statements computes the pending adjustments; it may remember its earlier results for the same agreement
   */
  public static PositionsAndTerms of(FactsAsOf facts, List<Position> positions, StatementCalculator statements) {
    Map<String, PendingAdjustments> pending = new LinkedHashMap<>();
    positions.forEach(
        position -> pending.put(position.name(), statements.pending(facts, position.clause(), position.book())));
    return new PositionsAndTerms(
        facts.agreement().currency(), positions, pending, ConformedCopy.on(facts.terms(), facts.effectiveOn()));
  }

  /** The differences in positions, by clause. */
  static Value.Tree changedPositions(Optional<PositionsAndTerms> from, Optional<PositionsAndTerms> to) {
    return PositionDifference.of(
        from.map(PositionsAndTerms::positions).orElse(List.of()),
        from.map(PositionsAndTerms::pending).orElse(Map.of()),
        to.map(PositionsAndTerms::positions).orElse(List.of()),
        to.map(PositionsAndTerms::pending).orElse(Map.of()));
  }

  /** The differences in terms, by clause. */
  static Value.Tree changedClauses(Optional<PositionsAndTerms> from, Optional<PositionsAndTerms> to) {
    return Difference.ofRows(
        from.map(PositionsAndTerms::clauses).orElse(List.of()),
        to.map(PositionsAndTerms::clauses).orElse(List.of()),
        entry -> entry.id().text(),
        (one, other) -> Difference.ofFields(clause(from, one), clause(to, other)));
  }

  private List<ConformedCopy.Entry> clauses() {
    return Stream.concat(copy.clauses().stream(), copy.notInForce().stream()).toList();
  }

  /** The clause without its id and without {@code setBy}. The id names the row, and the causes tell who set what. */
  private static Optional<Value.Tree> clause(
      Optional<PositionsAndTerms> point, Optional<ConformedCopy.Entry> entry) {
    return entry.map(one -> TermsAnswer.clause(point.orElseThrow().currency(), one).without("id").without("setBy"));
  }
}
