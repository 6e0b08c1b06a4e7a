package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The rows of one book of a clause under one reading with their sums, kept from question to question. A row to which nothing has happened is
 * the same object, and is not summed again (ADR 0016). Not thread-safe.
 */
final class RunningRows {

  private final Book book;
  private List<CachedRow> rows = new ArrayList<>();
  private Optional<RowSums> sums = Optional.empty();
  private LocalDate day = LocalDate.MIN;

  /** No rows yet. */
  RunningRows(Book book) {
    this.book = book;
  }

  /** Drops every row, because the terms are other ones. */
  void clear() {
    rows = new ArrayList<>();
    sums = Optional.empty();
  }

  /**
   * Brings the rows up to date with the fold.
   *
   * @param claims the claim of each period
   * @param reported the days whose reports may have changed since the last update
   */
  void update(ClausePosition now, ReadingFold fold, BiFunction<Book, Period, Claim> claims,
      Optional<DateRange> reported) {
    LocalDate asked = now.facts().effectiveOn();
    Optional<RowSums> kept =
        sums.filter(any -> day.equals(asked) && fold.hasBroughtForward(book) == hasBroughtForward());
    day = asked;
    kept.ifPresentOrElse(
        known -> refresh(now, fold, known, reported), () -> layOut(now, fold, now.claims(fold, book, claims)));
  }

  private boolean hasBroughtForward() {
    return !rows.isEmpty() && rows.getFirst().claim().claim().equals(Claim.broughtForward(book));
  }

  private void layOut(ClausePosition now, ReadingFold fold, List<Claim> claims) {
    Map<Claim, CachedRow> before = new HashMap<>();
    rows.forEach(row -> before.put(row.claim().claim(), row));
    RowSums all = new RowSums(now.facts().agreement().currency(), day);
    rows = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      CachedRow row =
          now.row(fold.settlement().state(claim), fold.period(claim), Optional.ofNullable(before.get(claim)));
      rows.add(row);
      all.add(row.row());
    }
    sums = Optional.of(all);
  }

  @SuppressWarnings("ReferenceEquality")
  private void refresh(ClausePosition now, ReadingFold fold, RowSums all, Optional<DateRange> reported) {
    for (int i = 0; i < rows.size(); i++) {
      CachedRow known = rows.get(i);
      ClaimState stood = fold.settlement().state(known.claim().claim());
      WorkedPeriod worked = fold.period(known.claim().claim());
      if (!known.isUntouched(stood, worked, reported)) {
        CachedRow row = now.row(stood, worked, Optional.of(known));
        rows.set(i, row);
        if (row.row() != known.row()) {
          all.replace(known.row(), row.row());
        }
      }
    }
  }

  /** The rows, in order. */
  List<PeriodRow> all() {
    return rows.stream().map(CachedRow::row).toList();
  }

  /**
   * As {@link RowSums#of}.
   *
   * @throws java.util.NoSuchElementException before the first {@link #update}
   */
  RowSums sums() {
    return sums.orElseThrow();
  }
}
