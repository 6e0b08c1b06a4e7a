package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The positions of an agreement asked again and again, while more becomes known and days pass: exactly what {@link
 * PositionCalculator} answers, at the cost of what has changed since the last question (ADR 0016). {@code RunningPositionsTest}
 * compares the two. Not for several threads at once.
 *
 * <p>Example: asked after each of 100,000 payments, one is settled each time, not all that went before.
 */
public final class RunningPositions {

  private final Map<String, Map<Reading, RunningReading>> byClause = new HashMap<>();
  private final Map<String, Combined> combined = new HashMap<>();

  /** As {@link PositionCalculator#positions}. */
  public List<Position> positions(FactsAsOf facts) {
    return facts.terms().clauses().stream().flatMap(clause -> position(facts, clause).stream()).toList();
  }

  /**
   * As {@link PositionCalculator#workings}, of one of the readings.
   *
   * @param choice which of the readings of that day
   */
  public Optional<Workings> workings(FactsAsOf facts, String clause, Function<List<Reading>, Reading> choice) {
    return facts.terms().clause(clause)
        .filter(history -> history.governing(facts.effectiveOn()).clause() instanceof Clause.RevenueShare)
        .flatMap(history -> {
          Reading reading = choice.apply(Readings.of(facts, history));
          return byClause.computeIfAbsent(clause, any -> new HashMap<>())
              .computeIfAbsent(reading, any -> new RunningReading(facts, history, reading))
              .workings(facts, history);
        });
  }

  Optional<Position> position(FactsAsOf facts, ClauseHistory clause) {
    if (!(clause.governing(facts.effectiveOn()).clause() instanceof Clause.RevenueShare share)) {
      return Optional.empty();
    }
    return Optional.of(combined.computeIfAbsent(clause.id(), any -> new Combined()).of(share, reads(facts, clause)));
  }

  /** The position of the clause under each reading, one alone where nothing is open; none where it has no position. */
  public List<ReadPosition> reads(FactsAsOf facts, String clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.governing(facts.effectiveOn()).clause() instanceof Clause.RevenueShare)
        .map(history -> reads(facts, history))
        .orElse(List.of());
  }

  private List<ReadPosition> reads(FactsAsOf facts, ClauseHistory clause) {
    Map<Reading, RunningReading> running = byClause.computeIfAbsent(clause.id(), any -> new HashMap<>());
    List<Reading> readings = Readings.of(facts, clause);
    running.keySet().retainAll(readings);
    return readings.stream()
        .map(
            reading -> running
                .computeIfAbsent(reading, any -> new RunningReading(facts, clause, reading))
                .at(facts, clause))
        .toList();
  }
}
