package io.contract.ledger.statement;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the periods of a clause stood at a point on the axes of time. Safe between threads. */
final class PeriodFigures {

  private final FactsAsOf facts;
  private final List<ReadPosition> reads;
  private final List<Reading> readings;
  private volatile @Nullable List<Map<String, PeriodRow>> rows;

  /** @param reads under each reading; none where there was no such clause, whose periods came to nothing */
  PeriodFigures(FactsAsOf facts, List<ReadPosition> reads) {
    this.facts = facts;
    this.reads = reads;
    this.readings = reads.isEmpty() ? List.of(Reading.STATED) : reads.stream().map(ReadPosition::reading).toList();
  }

  FactsAsOf facts() {
    return facts;
  }

  /** How many rows of periods it has, under all readings. */
  int size() {
    return reads.stream().mapToInt(read -> read.periods().size()).sum();
  }

  /** The ways in which the clause could be read. */
  List<Reading> readings() {
    return readings;
  }

  Optional<Money> accrued(Reading reading, String period) {
    return figure(Figure.ACCRUED, reading, period);
  }

  /**
   * A figure of the period; zero where there was no such period. What is open in one of two readings and settled in the other does not
   * tell them apart: where several readings of this point are meant, the figure is what they agree on.
   */
  Optional<Money> figure(Figure figure, Reading reading, String period) {
    if (reads.isEmpty()) {
      return Optional.of(zero());
    }
    List<Optional<Money>> values = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      if (isSame(reads.get(i).reading(), reading)) {
        PeriodRow row = rows().get(i).get(period);
        values.add(row == null ? Optional.of(zero()) : row.figures().get(figure));
      }
    }
    return !values.isEmpty() && values.stream().allMatch(values.getFirst()::equals)
        ? values.getFirst()
        : Optional.empty();
  }

  /** The period's row under the first reading: what is no amount is the same under each. */
  Optional<PeriodRow> row(String period) {
    return reads.isEmpty() ? Optional.empty() : Optional.ofNullable(rows().getFirst().get(period));
  }

  /** By period, for each reading; found the first time that one is asked for. */
  private List<Map<String, PeriodRow>> rows() {
    List<Map<String, PeriodRow>> known = rows;
    if (known == null) {
      known = reads.stream().map(PeriodFigures::byPeriod).toList();
      rows = known;
    }
    return known;
  }

  private static Map<String, PeriodRow> byPeriod(ReadPosition read) {
    Map<String, PeriodRow> byPeriod = HashMap.newHashMap(read.periods().size());
    read.periods().forEach(row -> byPeriod.putIfAbsent(row.period(), row));
    return byPeriod;
  }

  /** Whether nothing that both leave open is read otherwise. */
  static boolean isSame(Reading one, Reading other) {
    return isSame(one.basis(), other.basis()) && isSame(one.counts(), other.counts());
  }

  private static <T> boolean isSame(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || Objects.equals(one, other);
  }

  Money zero() {
    return Money.zero(facts.agreement().currency());
  }
}
