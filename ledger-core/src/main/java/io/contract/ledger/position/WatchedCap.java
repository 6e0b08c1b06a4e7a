package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cap that the position shows, watched through the fold for the day on which it is reached (domain page, section 11). */
final class WatchedCap {

  private final int index;
  private final CapTerms terms;
  private final Optional<DateRange> counting;
  private final LocalDate beginsOn;
  private @Nullable LocalDate reachedOn;

  /**
   * A cap of the governing revision.
   *
   * @param index its place in the clause
   * @param window the window that is shown; empty when the cap's days are still to come
   * @param setOn the day from which the cap has stood as it is
   */
  WatchedCap(int index, CapTerms terms, Optional<DateRange> window, LocalDate setOn) {
    this.index = index;
    this.terms = terms;
    this.counting = window.flatMap(days -> counting(terms, days));
    this.beginsOn =
        window
            .map(days -> DateRange.later(DateRange.later(setOn, terms.start()), days.first()))
            .orElse(DateRange.OPEN_END);
  }

  /** The days of the window that count: from the cap's start on. */
  static Optional<DateRange> counting(CapTerms terms, DateRange window) {
    return DateRange.ifAny(DateRange.later(terms.start(), window.first()), window.last());
  }

  CapTerms terms() {
    return terms;
  }

  /** The days that count in the window shown; empty when none does. */
  Optional<DateRange> counting() {
    return counting;
  }

  /** The first day on which the cap, as it is, works in the window. */
  LocalDate beginsOn() {
    return beginsOn;
  }

  Optional<LocalDate> reachedOn() {
    return Optional.ofNullable(reachedOn);
  }

  /** The cap came without room: it is reached at once. */
  void cameWithoutRoom() {
    reachedOn = beginsOn;
  }

  /** Takes note of a line: the cap is reached on the day on which the evenly spread gross fills the room. */
  void see(CappedLine line) {
    if (reachedOn != null || line.line().days().first().isBefore(beginsOn)) {
      return;
    }
    line.limits().stream()
        .filter(limit -> limit.index() == index && limit.terms().equals(terms))
        .filter(limit -> counting(terms, limit.window()).equals(counting))
        .filter(limit -> limit.room() != null && fills(line, limit))
        .findFirst()
        .ifPresent(limit -> reachedOn = line.filledOn(limit));
  }

  private static boolean fills(CappedLine line, CappedLine.Limit limit) {
    return line.accrued().isPositive() && limit.room() != null && line.accrued().compareTo(limit.room()) >= 0;
  }
}
