package io.contract.ledger.scenario;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days on which the caps of a clause are looked at. A position shows the window that holds its day, so that each window is
 * looked at on its last day.
 */
final class CapDays {

  private final LocalDate agreementFrom;
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  private CapDays(LocalDate agreementFrom) {
    this.agreementFrom = agreementFrom;
  }

  /**
   * The last day of every window of a cap, and of every revision with caps, within the span; and the last day of the span.
   *
   * <p>Example: 2026-07-01 through 2028-06-30 with a cap for each calendar year gives 2026-12-31, 2027-12-31 and 2028-06-30.
   */
  static NavigableSet<LocalDate> of(ClauseHistory clause, DateRange span, LocalDate agreementFrom) {
    CapDays asked = new CapDays(agreementFrom);
    asked.days.add(span.last());
    for (Revision revision : clause.revisions()) {
      Optional<DateRange> ruled = revision.inForce().flatMap(days -> days.intersection(span));
      if (ruled.isPresent() && revision.clause() instanceof Clause.RevenueShare share) {
        share.caps().forEach(cap -> asked.add(cap, ruled.get()));
      }
    }
    return asked.days;
  }

  private void add(Clause.Cap cap, DateRange ruled) {
    days.add(ruled.last());
    LocalDate day = ruled.first();
    while (!day.isAfter(ruled.last())) {
      Budget.row();
      Optional<DateRange> window = window(cap, day, agreementFrom);
      if (window.isPresent()) {
        day = DateRange.earlier(window.get().last(), ruled.last());
        days.add(day);
      } else if (cap.from() == null || !cap.from().isAfter(day)) {
        return;
      } else {
        day = cap.from().minusDays(1);
      }
      day = day.plusDays(1);
    }
  }

  /** The window of the cap that holds the day; empty when the cap leaves the day out. */
  static Optional<DateRange> window(Clause.Cap cap, LocalDate day, LocalDate agreementFrom) {
    return new CapTerms(cap, agreementFrom, agreementFrom).windowOf(day);
  }
}
