package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of a fixed payment, which accrues in whole on one day (domain page, section 17): the day that the clause names, or the first day on
 * which the clause is in force in a period.
 *
 * <p>Example: 100 a quarter of a clause in force from 16 May 2021: 100 on 16 May, 100 on 1 July.
 *
 * @param revision the revision in force on the day
 * @param payment that revision's clause
 * @param period the period for which it is owed
 * @param on the day on which it accrues
 */
public record FixedSum(Revision revision, Clause.FixedPayment payment, Period period, LocalDate on) {

  /** The sums that accrue from a day through the day of the question, in order. No two accrue on one day. */
  public static List<FixedSum> of(FactsAsOf facts, ClauseHistory clause, LocalDate from) {
    List<FixedSum> sums = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      if (revision.clause() instanceof Clause.FixedPayment payment) {
        revision.daysInPeriods()
            .flatMap(
                days -> DateRange.ifAny(
                    DateRange.later(days.first(), from), DateRange.earlier(days.last(), facts.effectiveOn())))
            .ifPresent(days -> add(sums, clause, revision, payment, days));
      }
    }
    return sums;
  }

  private static void add(
      List<FixedSum> sums, ClauseHistory clause, Revision revision, Clause.FixedPayment payment, DateRange days) {
    Period period = payment.period().containing(days.first());
    while (!period.days().first().isAfter(days.last())) {
      Budget.row();
      LocalDate on = clause.firstDayOf(period).orElseThrow();
      // Another revision had the period's first day in force, or it was before the days asked for.
      if (days.contains(on)) {
        sums.add(new FixedSum(revision, payment, period, on));
      }
      period = period.next();
    }
  }
}
