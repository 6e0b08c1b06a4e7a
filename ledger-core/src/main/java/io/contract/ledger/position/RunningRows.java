package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The rows of one book of a clause under one reading with their sums, kept from question to question. Only rows that may stand otherwise than
 * at the question before are looked at: those whose claims were touched, whose days were reported, or whom the days between the two
 * questions have changed (ADR 0016). Not thread-safe.
 */
final class RunningRows {

  /** The order of rows: what was brought forward, which has no period, then the periods. */
  static final Comparator<Optional<Period>> ORDER =
      Comparator.comparing(period -> period.orElse(null), Comparator.nullsFirst(Comparator.<Period>naturalOrder()));

  private final Book book;
  private final NavigableMap<Optional<Period>, CachedRow> rows = new TreeMap<>(ORDER);

  /** The periods of {@link #all}, in order. */
  private final List<Optional<Period>> places = new ArrayList<>();

  private Blocks<PeriodRow> all = Blocks.of(List.of());

  /** Whether a row has gone, or has come between others, since the places were found. */
  private boolean isReordered;
  private Optional<Shown> shown = Optional.empty();

  /**
   * What the rows show.
   *
   * @param sums over all of them
   */
  private record Shown(LocalDate day, Settlement settlement, RowSums sums) {}

  /** No rows yet. */
  RunningRows(Book book) {
    this.book = book;
  }

  /** Drops every row, because the terms are other ones. */
  void clear() {
    rows.clear();
    places.clear();
    all = Blocks.of(List.of());
    shown = Optional.empty();
  }

  /**
   * Brings the rows up to date with the fold, whose terms are those of the last update.
   *
   * @param claims the claim of each period
   * @param reported the days whose reports may have changed since the last update
   * @param isFixedAnew whether indices may be fixed otherwise since the last update
   */
  void update(ClausePosition now, ReadingFold fold, BiFunction<Book, Period, Claim> claims,
      Optional<DateRange> reported, boolean isFixedAnew) {
    LocalDate day = now.facts().effectiveOn();
    RowSums sums = shown.map(Shown::sums).orElseGet(() -> new RowSums(now.facts().agreement().currency()));
    List<Claim> changed =
        shown.map(before -> changed(before, now, fold, claims, reported, isFixedAnew))
            .orElseGet(() -> now.claims(fold, book, claims));
    SortedMap<Integer, PeriodRow> set = new TreeMap<>();
    for (Claim claim : changed) {
      Optional<CachedRow> known = Optional.ofNullable(rows.get(claim.period()));
      CachedRow row = now.row(fold.settlement().state(claim), fold.period(claim), known);
      rows.put(claim.period(), row);
      known.ifPresent(other -> sums.remove(other.row(), shown.orElseThrow().day()));
      sums.add(row.row(), day);
      place(claim.period()).ifPresentOrElse(place -> set.put(place, row.row()), () -> isReordered = true);
    }
    all = isReordered ? allInOrder() : all.with(set);
    shown = Optional.of(new Shown(day, fold.settlement(), sums));
  }

  /** The claims whose rows may be other ones than before. Rows that are not there any more are dropped. */
  private List<Claim> changed(
      Shown before, ClausePosition now, ReadingFold fold, BiFunction<Book, Period, Claim> claims,
      Optional<DateRange> reported, boolean isFixedAnew) {
    NavigableSet<Optional<Period>> periods = new TreeSet<>(ORDER);
    fold.settlement().touchedSince(before.settlement(), book).claims().forEach(claim -> periods.add(claim.period()));
    reported.ifPresent(days -> now.periodsIn(book, days).forEach(period -> periods.add(Optional.of(period))));
    LocalDate day = now.facts().effectiveOn();
    DateRange passed = DateRange.of(DateRange.earlier(before.day(), day), DateRange.later(before.day(), day));
    if (!day.equals(before.day())) {
      // Periods begin and end, get their due dates, and what is open falls due and bears interest. Nothing else comes with the days alone.
      now.periodsIn(book, passed).forEach(period -> periods.add(Optional.of(period)));
      now.periodsReportedBetween(passed).forEach(period -> periods.add(Optional.of(period)));
    }
    if (isFixedAnew || !day.equals(before.day())) {
      fold.settlement().claimsThatDaysChange(book, passed).forEach(claim -> periods.add(claim.period()));
    }
    List<Claim> changed = new ArrayList<>();
    for (Optional<Period> period : periods) {
      if (now.has(book, period, fold)) {
        changed.add(period.map(of -> claims.apply(book, of)).orElseGet(() -> Claim.broughtForward(book)));
      } else {
        Optional.ofNullable(rows.remove(period)).ifPresent(row -> {
          before.sums().remove(row.row(), before.day());
          isReordered = true;
        });
      }
    }
    return changed;
  }

  /** The place of the row of a period, which may be a new one after the last; empty when it would come between others. */
  private Optional<Integer> place(Optional<Period> period) {
    int found = Collections.binarySearch(places, period, ORDER);
    if (found >= 0) {
      return Optional.of(found);
    }
    if (places.isEmpty() || ORDER.compare(places.getLast(), period) < 0) {
      places.add(period);
      return Optional.of(places.size() - 1);
    }
    return Optional.empty();
  }

  private Blocks<PeriodRow> allInOrder() {
    places.clear();
    places.addAll(rows.keySet());
    isReordered = false;
    return Blocks.of(rows.values().stream().map(CachedRow::row).toList());
  }

  /** The rows, in order. */
  List<PeriodRow> all() {
    return all;
  }

  /**
   * As {@link RowSums#of}.
   *
   * @throws java.util.NoSuchElementException before the first {@link #update}
   */
  RowSums sums() {
    return shown.orElseThrow().sums();
  }
}
