package io.contract.ledger.position;

import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Combines the positions under all readings into one. A figure has a value only where all agree (domain page, section 5). Rows are
 * kept from one question to the next.
 */
final class CombinedReadings {

  /** The rows of the last question, in order. */
  private final List<Row> rows = new ArrayList<>();

  /**
   * A period.
   *
   * @param of its rows under each reading
   * @param row the row that they agree on
   */
  private record Row(List<PeriodRow> of, PeriodRow row, boolean lacksSomething) {}

  /** The position that the readings of one book make together. */
  Position of(String name, Clause.RevenueShare share, List<ReadPosition> reads) {
    Set<String> undetermined = new LinkedHashSet<>();
    Figures figures =
        agreed(reads.stream().map(ReadPosition::figures).toList(), undetermined);
    List<CapPosition> caps = new ArrayList<>();
    for (int i = 0; i < reads.getFirst().caps().size(); i++) {
      caps.add(cap(share.caps().get(i), i, reads, undetermined));
    }
    int size = reads.getFirst().periods().size();
    rows.subList(Math.min(size, rows.size()), rows.size()).clear();
    List<PeriodRow> periods = new ArrayList<>(size);
    boolean lacksSomething = false;
    for (int i = 0; i < size; i++) {
      Row row = row(i, reads);
      periods.add(row.row());
      lacksSomething |= row.lacksSomething();
    }
    if (lacksSomething) {
      undetermined.add("periods");
    }
    return new Position(
        name,
        share.id(),
        reads.getFirst().book(),
        figures,
        caps,
        periods,
        List.copyOf(undetermined),
        reads.size() == 1 ? List.of() : reads);
  }

  private static CapPosition cap(
      Clause.Cap written, int index, List<ReadPosition> reads, Set<String> undetermined) {
    List<CapPosition> caps = reads.stream().map(read -> read.caps().get(index)).toList();
    // A parameter that the text leaves open and that was settled is the same in every reading.
    Clause.Cap own =
        written.readAs(
            agreed(caps, cap -> Optional.of(cap.cap().basis())).orElse(written.basis()),
            agreed(caps, cap -> Optional.of(cap.cap().counts())).orElse(written.counts()));
    Figures figures = agreed(caps.stream().map(CapPosition::figures).toList(), undetermined);
    Optional<LocalDate> reachedOn = caps.getFirst().reachedOn();
    boolean agree = caps.stream().allMatch(cap -> cap.reachedOn().equals(reachedOn));
    // Where the room is unknown, the day on which it was filled is unknown too.
    if (!agree || caps.stream().anyMatch(cap -> cap.figures().get(Figure.ROOM).isEmpty())) {
      undetermined.add("reachedOn");
    }
    return new CapPosition(own, figures, agree ? reachedOn : Optional.empty());
  }

  /** The row at that place. The earlier one is kept where every reading has kept its own there. */
  private Row row(int place, List<ReadPosition> reads) {
    if (place < rows.size() && isSame(rows.get(place).of(), reads, place)) {
      return rows.get(place);
    }
    List<PeriodRow> of = reads.stream().map(read -> read.periods().get(place)).toList();
    PeriodRow first = of.getFirst();
    Figures figures = agreed(of.stream().map(PeriodRow::figures).toList(), new LinkedHashSet<>());
    PeriodRow row =
        of.size() == 1 ? first : new PeriodRow(first.period(), figures, first.dueOn(), agreed(of, PeriodRow::status));
    Row combined = new Row(of, row, lacksSomething(row));
    if (place < rows.size()) {
      rows.set(place, combined);
    } else {
      rows.add(combined);
    }
    return combined;
  }

  /** Whether the rows are the same objects. To compare their figures would cost more than to combine them. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(List<PeriodRow> before, List<ReadPosition> reads, int place) {
    boolean isSame = before.size() == reads.size();
    for (int i = 0; isSame && i < before.size(); i++) {
      isSame = before.get(i) == reads.get(i).periods().get(place);
    }
    return isSame;
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
