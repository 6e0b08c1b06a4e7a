package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.Optional;

/** Finds the days of a revenue share that are not reported. Deducted streams need no report. */
public final class ReportCoverage {

  private ReportCoverage() {}

  /**
   * The earliest day of the range on which the clause is in force, with a period, and a stream of its base has no report; empty when there is none.
   */
  public static Optional<LocalDate> firstUnreported(
      FactsAsOf facts, ClauseHistory clause, DateRange within) {
    for (Revision revision : clause.revisions()) {
      Optional<LocalDate> missing =
          revision
              .daysInPeriods()
              .flatMap(days -> days.intersection(within))
              .flatMap(
                  days -> revision.clause() instanceof Clause.RevenueShare share
                      ? firstUnreported(facts, share.base(), days)
                      : Optional.empty());
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> firstUnreported(
      FactsAsOf facts, Clause.Base base, DateRange days) {
    return base.streams().stream()
        .flatMap(stream -> firstUnreported(facts, stream, days).stream())
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> firstUnreported(FactsAsOf facts, String stream, DateRange days) {
    LocalDate day = days.first();
    while (!day.isAfter(days.last())) {
      Budget.step();
      Optional<KnownReport> report =
          facts
              .known()
              .reports().within(stream, day, day)
              .filter(known -> !known.days().last().isAfter(facts.effectiveOn()));
      if (report.isEmpty()) {
        return Optional.of(day);
      }
      day = report.get().days().last().plusDays(1);
    }
    return Optional.empty();
  }
}
