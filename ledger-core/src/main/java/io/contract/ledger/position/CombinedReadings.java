package io.contract.ledger.position;

import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Combines the positions under all readings into one. A figure has a value only where all agree (domain page, section 5). Rows are
 * kept from one question to the next.
 */
final class CombinedReadings {

  /** The rows of the last question under each reading; empty before the first. */
  private List<List<PeriodRow>> read = List.of();

  /** The rows that they agreed on. */
  private Blocks<PeriodRow> rows = Blocks.of(List.of());

  /** The places of rows that lack something. */
  private final Set<Integer> lacking = new HashSet<>();

  /** The position that the readings of one book make together. */
  Position of(String name, Clause.Payable terms, List<ReadPosition> reads) {
    Set<String> undetermined = new LinkedHashSet<>();
    Figures figures =
        agreed(reads.stream().map(ReadPosition::figures).toList(), undetermined);
    List<CapPosition> caps = new ArrayList<>();
    for (int i = 0; i < reads.getFirst().caps().size(); i++) {
      caps.add(cap(terms.caps().get(i), i, reads, undetermined));
    }
    agreeOnRows(reads.stream().map(ReadPosition::periods).toList());
    if (!lacking.isEmpty()) {
      undetermined.add("periods");
    }
    return new Position(
        name,
        terms.id(),
        reads.getFirst().book(),
        figures,
        caps,
        rows,
        List.copyOf(undetermined),
        reads.size() == 1 ? List.of() : reads);
  }

  /** What both positions of one book come to, under one reading, however much the interest is that is not known. */
  ReadPosition whateverInterest(ReadPosition least, ReadPosition most) {
    List<CapPosition> caps = new ArrayList<>();
    for (int i = 0; i < least.caps().size(); i++) {
      caps.add(whateverInterest(least.caps().get(i), most.caps().get(i)));
    }
    agreeOnRows(List.of(least.periods(), most.periods()));
    return new ReadPosition(
        least.book(), least.reading(), agreed(List.of(least.figures(), most.figures()), new LinkedHashSet<>()), caps,
        rows);
  }

  /**
   * As above, of a cap. Where it was reached on another day, its room is not known either, without which there is no day. What was paid
   * within a window is not known, though at both ends it may be the same: with less interest it may have been paid before, with more not yet.
   */
  static CapPosition whateverInterest(CapPosition least, CapPosition most) {
    Figures figures = agreed(List.of(least.figures(), most.figures()), new LinkedHashSet<>());
    Clause.Cap cap = least.cap();
    if (cap.basis() != Clause.Cap.Basis.ACCRUED && !cap.isOfWholeLife()) {
      for (Figure figure : figures.names()) {
        figures = figures.undetermined(figure);
      }
      return new CapPosition(cap, figures, Optional.empty());
    }
    return least.reachedOn().equals(most.reachedOn())
        ? new CapPosition(cap, figures, least.reachedOn())
        : new CapPosition(cap, figures.undetermined(Figure.ROOM), Optional.empty());
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

  /** Combines the rows of each reading again where one of them has another than before; the others are kept. */
  private void agreeOnRows(List<List<PeriodRow>> now) {
    int size = now.getFirst().size();
    if (read.size() != now.size() || size < rows.size()) {
      read = Collections.nCopies(now.size(), List.of());
      rows = Blocks.of(List.of());
      lacking.clear();
    }
    SortedSet<Integer> places = new TreeSet<>();
    for (int i = 0; i < now.size(); i++) {
      places.addAll(Blocks.differing(read.get(i), now.get(i)));
    }
    SortedMap<Integer, PeriodRow> changed = new TreeMap<>();
    for (int place : places) {
      PeriodRow row = agreedRow(now.stream().map(periods -> periods.get(place)).toList());
      changed.put(place, row);
      if (lacksSomething(row)) {
        lacking.add(place);
      } else {
        lacking.remove(place);
      }
    }
    rows = rows.with(changed);
    read = now;
  }

  private static PeriodRow agreedRow(List<PeriodRow> of) {
    PeriodRow first = of.getFirst();
    return of.size() == 1
        ? first
        : new PeriodRow(
            first.period(), agreed(of.stream().map(PeriodRow::figures).toList(), new LinkedHashSet<>()), first.dueOn(),
            agreed(of, PeriodRow::status));
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
