package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.ClauseHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The positions of an agreement, kept while more becomes known and days pass. The answers are those of {@link PositionCalculator},
 * at the cost of what has changed since the last question (ADR 0016). {@code RunningPositionsTest} compares the two. Not
 * thread-safe.
 *
 * <p>Example: asked for after each of 100,000 payments, positions settle one payment each time and not all earlier ones again.
 */
public final class RunningPositions {

  private final Map<ClauseId, Map<Reading, RunningReading>> byClause = new HashMap<>();
  private final Map<ClauseId, CombinedReadings> combined = new HashMap<>();

  /** As {@link PositionCalculator#positions}. */
  public List<Position> positions(FactsAsOf facts) {
    return facts.terms().clauses().stream().flatMap(clause -> position(facts, clause).stream()).toList();
  }

  /**
   * The workings under one reading, as {@link PositionCalculator#workings}.
   *
   * @param choice chooses one of the readings of that day
   */
  public Optional<Workings> workings(FactsAsOf facts, ClauseId clause, Function<List<Reading>, Reading> choice) {
    return facts.terms().clause(clause)
        .filter(history -> history.shareOn(facts.effectiveOn()).isPresent())
        .flatMap(history -> {
          Reading reading = choice.apply(Readings.of(facts, history));
          return byClause.computeIfAbsent(clause, any -> new HashMap<>())
              .computeIfAbsent(reading, any -> new RunningReading(facts, history, reading, false))
              .workings(facts, history);
        });
  }

  Optional<Position> position(FactsAsOf facts, ClauseHistory clause) {
    return clause.shareOn(facts.effectiveOn())
        .map(
            share -> combined.computeIfAbsent(clause.id(), any -> new CombinedReadings()).of(share,
                reads(facts, clause)));
  }

  /** As {@link PositionCalculator#position}. */
  public Optional<Position> position(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause).flatMap(history -> position(facts, history));
  }

  /**
   * The caps of the clause under each reading, as {@link #reads} has them, without the work on periods. Empty where the clause has
   * no position.
   */
  public List<List<CapPosition>> caps(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.shareOn(facts.effectiveOn()).isPresent())
        .map(
            history -> running(facts, history).stream().map(running -> running.capsAt(facts, history)).toList())
        .orElse(List.of());
  }

  /** As {@link PositionCalculator#reads}. */
  public List<ReadPosition> reads(FactsAsOf facts, ClauseId clause) {
    return facts.terms().clause(clause)
        .filter(history -> history.shareOn(facts.effectiveOn()).isPresent())
        .map(history -> reads(facts, history))
        .orElse(List.of());
  }

  private List<ReadPosition> reads(FactsAsOf facts, ClauseHistory clause) {
    return running(facts, clause).stream().map(running -> running.at(facts, clause)).toList();
  }

  private List<RunningReading> running(FactsAsOf facts, ClauseHistory clause) {
    Map<Reading, RunningReading> running = byClause.computeIfAbsent(clause.id(), any -> new HashMap<>());
    List<Reading> readings = Readings.of(facts, clause);
    running.keySet().retainAll(readings);
    return readings.stream()
        .map(reading -> running.computeIfAbsent(reading, any -> new RunningReading(facts, clause, reading, false)))
        .toList();
  }
}
