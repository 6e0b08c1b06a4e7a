package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Years;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.money.Rounding;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A guaranteed share of a window that is reported on every day. On the last of the clause's days in the window, a shortfall line
 * raises what accrued to the guaranteed amount (domain page, section 5, step 4).
 *
 * <p>Example: 100 a year, prorated, for a clause in force from 1 January through 1 July 2021: 182 of 365 days, USD 49.86.
 *
 * @param revision the revision in force on the day
 * @param window the whole period or year
 * @param on the last of the clause's days in it
 * @param days the number of the clause's days in it
 * @param amount the guaranteed amount, prorated where the clause states that
 */
public record Guarantee(
    Revision revision, Clause.RevenueShare share, Clause.Minimum minimum, DateRange window, LocalDate on, long days,
    Money amount) {

  /** The guarantees of the clause from a day through the day of the question, in order. */
  public static List<Guarantee> of(FactsAsOf facts, ClauseHistory clause, LocalDate from) {
    List<Guarantee> guarantees = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      if (revision.daysInPeriods().isPresent()
          && revision.clause() instanceof Clause.RevenueShare share
          && share.minimum() != null) {
        windows(facts, clause, revision.daysInPeriods().get(), share, from)
            .filter(window -> !lastDay(clause, window).isBefore(from))
            .filter(window -> revision.isInForceOn(lastDay(clause, window)))
            .filter(window -> ReportCoverage.firstUnreported(facts, clause, window).isEmpty())
            .forEach(window -> guarantees.add(of(clause, revision, share, share.minimum(), window)));
      }
    }
    return guarantees;
  }

  /** The windows in which the revision has a day from that day through the day of the question. */
  private static java.util.stream.Stream<DateRange> windows(
      FactsAsOf facts, ClauseHistory clause, DateRange days, Clause.RevenueShare share, LocalDate from) {
    LocalDate last = DateRange.earlier(days.last(), facts.effectiveOn());
    List<DateRange> windows = new ArrayList<>();
    Clause.Minimum minimum = java.util.Objects.requireNonNull(share.minimum());
    LocalDate day = DateRange.later(days.first(), from);
    while (!day.isAfter(last)) {
      DateRange window =
          switch (minimum.per()) {
            case CALENDAR_YEAR -> Years.Ending.CALENDAR.containing(day);
            case FISCAL_YEAR -> minimum.fiscal().containing(day);
            case PERIOD -> share.period().containing(day).days();
          };
      Budget.row();
      windows.add(window);
      day = window.last().plusDays(1);
    }
    return windows.stream().filter(window -> !lastDay(clause, window).isAfter(facts.effectiveOn()));
  }

  private static LocalDate lastDay(ClauseHistory clause, DateRange window) {
    return ownDays(clause, window).getLast().last();
  }

  private static List<DateRange> ownDays(ClauseHistory clause, DateRange window) {
    return clause.revisions().stream()
        .flatMap(revision -> revision.daysInPeriods().stream())
        .flatMap(days -> days.intersection(window).stream())
        .toList();
  }

  private static Guarantee of(
      ClauseHistory clause, Revision revision, Clause.RevenueShare share, Clause.Minimum minimum, DateRange window) {
    List<DateRange> own = ownDays(clause, window);
    long days = own.stream().mapToLong(DateRange::days).sum();
    return new Guarantee(
        revision, share, minimum, window, own.getLast().last(), days, amount(minimum, share.rounding(), days, window));
  }

  private static Money amount(Clause.Minimum minimum, Rounding rounding, long days, DateRange window) {
    return minimum.prorate()
        ? rounding.round(
            minimum.amount().toFraction().multiply(BigFraction.of(days, window.days())), minimum.amount().currency())
        : minimum.amount();
  }

  /** The amount by which what accrued falls short of the guarantee; empty when it does not. */
  public Optional<Money> shortfall(Money accrued) {
    return Optional.of(amount.minus(accrued)).filter(Money::isPositive);
  }
}
