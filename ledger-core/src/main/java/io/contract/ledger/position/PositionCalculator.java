package io.contract.ledger.position;

import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Computes positions: pure, from the facts alone (domain page, section 5). Every reading of an open clause is computed; a figure is
 * given only where all agree.
 */
public final class PositionCalculator {

  private PositionCalculator() {}

  /** The positions of every revenue-share clause, in the order of the clauses. */
  public static List<Position> positions(FactsAsOf facts) {
    return facts.terms().clauses().stream()
        .flatMap(clause -> position(facts, clause.id()).stream())
        .toList();
  }

  /** The position of that clause; empty when there is no such revenue share, or its amendment is not effective yet. */
  public static Optional<Position> position(FactsAsOf facts, String clause) {
    return facts.terms().clause(clause).flatMap(history -> position(facts, history));
  }

  private static Optional<Position> position(FactsAsOf facts, ClauseHistory clause) {
    if (!(clause.governing(facts.effectiveOn()).clause() instanceof Clause.RevenueShare share)) {
      return Optional.empty();
    }
    List<ReadPosition> reads =
        Readings.of(clause).stream()
            .map(reading -> new ClausePosition(facts, clause, reading).compute())
            .toList();
    return Optional.of(combine(share, reads));
  }

  private static Position combine(Clause.RevenueShare share, List<ReadPosition> reads) {
    Set<String> undetermined = new LinkedHashSet<>();
    Figures figures =
        agreed(reads.stream().map(ReadPosition::figures).toList(), undetermined);
    List<CapPosition> caps = new ArrayList<>();
    for (int i = 0; i < share.caps().size(); i++) {
      caps.add(cap(share.caps().get(i), i, reads, undetermined));
    }
    List<PeriodRow> rows = new ArrayList<>();
    for (int i = 0; i < reads.getFirst().periods().size(); i++) {
      rows.add(row(i, reads));
    }
    if (rows.stream().anyMatch(PositionCalculator::lacksSomething)) {
      undetermined.add("periods");
    }
    return new Position(
        share.id(),
        share.payer(),
        share.payee(),
        figures,
        caps,
        rows,
        List.copyOf(undetermined),
        reads.size() == 1 ? List.of() : reads);
  }

  private static CapPosition cap(
      Clause.Cap own, int index, List<ReadPosition> reads, Set<String> undetermined) {
    List<CapPosition> caps = reads.stream().map(read -> read.caps().get(index)).toList();
    Figures figures = agreed(caps.stream().map(CapPosition::figures).toList(), undetermined);
    Optional<LocalDate> reachedOn = caps.getFirst().reachedOn();
    boolean agree = caps.stream().allMatch(cap -> cap.reachedOn().equals(reachedOn));
    // Where the room itself cannot be known, neither can the day on which it was filled.
    if (!agree || caps.stream().anyMatch(cap -> cap.figures().get(Figure.ROOM).isEmpty())) {
      undetermined.add("reachedOn");
    }
    return new CapPosition(own, figures, agree ? reachedOn : Optional.empty());
  }

  private static PeriodRow row(int index, List<ReadPosition> reads) {
    List<PeriodRow> rows = reads.stream().map(read -> read.periods().get(index)).toList();
    PeriodRow first = rows.getFirst();
    Figures figures =
        agreed(rows.stream().map(PeriodRow::figures).toList(), new LinkedHashSet<>());
    return new PeriodRow(
        first.period(), figures, first.dueOn(), agreed(rows, PeriodRow::status));
  }

  private static boolean lacksSomething(PeriodRow row) {
    return row.status().isEmpty()
        || row.figures().names().stream().anyMatch(name -> row.figures().get(name).isEmpty());
  }

  private static Figures agreed(List<Figures> all, Set<String> undetermined) {
    Figures agreed = Figures.none();
    for (Figure figure : all.getFirst().names()) {
      Optional<Money> value = agreed(all, figures -> figures.get(figure));
      if (value.isEmpty()) {
        undetermined.add(figure.key());
      }
      agreed = agreed.with(figure, value);
    }
    return agreed;
  }

  private static <T, V> Optional<V> agreed(List<T> all, Function<T, Optional<V>> value) {
    Optional<V> first = value.apply(all.getFirst());
    return all.stream().allMatch(one -> value.apply(one).equals(first))
        ? first
        : Optional.empty();
  }
}
