package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A cap that the position shows. The fold watches it for the day on which it is reached (domain page, section 11).
 *
 * @param index its place in the clause
 * @param counting the days that count in the window shown; empty when none does
 * @param beginsOn the first day on which the cap, as it is set, has effect in the window
 */
record WatchedCap(int index, CapTerms terms, Optional<DateRange> counting, LocalDate beginsOn) {

  /**
   * A cap of the governing revision.
   *
   * @param window the window that is shown; empty when the cap's days are still to come
   * @param setOn the day on which the cap was set as it is
   */
  static WatchedCap of(int index, CapTerms terms, Optional<DateRange> window, LocalDate setOn) {
    return new WatchedCap(
        index,
        terms,
        window.flatMap(terms::countingIn),
        window
            .map(days -> DateRange.later(DateRange.later(setOn, terms.start()), days.first()))
            .orElse(DateRange.OPEN_END));
  }

  /**
   * The day on which the cap was reached.
   *
   * @param line the number of the line that filled the room; empty where the cap came without room
   */
  record Reached(LocalDate on, Optional<Integer> line) {

    static Reached at(LocalDate day) {
      return new Reached(day, Optional.empty());
    }

    Reached(LocalDate on, int line) {
      this(on, Optional.of(line));
    }
  }

  /** The day on which the evenly spread gross of the line fills the room; empty when it does not. */
  Optional<LocalDate> reachedBy(CappedLine line) {
    if (line.days().first().isBefore(beginsOn)) {
      return Optional.empty();
    }
    return line.limits().stream()
        .filter(limit -> limit.index() == index && limit.terms().equals(terms))
        .filter(limit -> counting.filter(limit.window()::equals).isPresent())
        .flatMap(limit -> Optional.ofNullable(limit.room()).stream())
        .filter(room -> line.accrued().isPositive() && line.accrued().compareTo(room) >= 0)
        .findFirst()
        .map(line::filledOn);
  }
}
