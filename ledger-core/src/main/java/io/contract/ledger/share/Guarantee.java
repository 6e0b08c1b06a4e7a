package io.contract.ledger.share;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
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
 * @param place the place of the minimum among those of the revision, from 0
 * @param window the days of the period or year that lie within the minimum's {@code from} and {@code through}
 * @param whole the whole period or year
 * @param on the last of the clause's days in it
 * @param days the number of the clause's days in it
 * @param amount the guaranteed amount, prorated where the clause states that
 */
public record Guarantee(
    Revision revision, Clause.RevenueShare share, int place, Clause.Minimum minimum, DateRange window, DateRange whole,
    LocalDate on, long days, Money amount) {

  /** The guarantees of the clause from a day through the day of the question, in order. */
  public static List<Guarantee> of(FactsAsOf facts, ClauseHistory clause, LocalDate from) {
    List<Guarantee> guarantees = new ArrayList<>();
    for (Revision revision : clause.revisions()) {
      if (revision.daysInPeriods().isPresent() && revision.clause() instanceof Clause.RevenueShare share) {
        for (int place = 0; place < share.minimums().size(); place++) {
          for (DateRange whole : windows(facts, revision.daysInPeriods().get(), share, place, from)) {
            of(clause, revision, share, place, whole)
                .filter(one -> !one.on().isBefore(from) && !one.on().isAfter(facts.effectiveOn()))
                .filter(one -> revision.isInForceOn(one.on()))
                .filter(one -> ReportCoverage.firstUnreported(facts, clause, one.window()).isEmpty())
                .ifPresent(guarantees::add);
          }
        }
      }
    }
    return guarantees;
  }

  /** The whole windows in which the revision has a day from that day through the day of the question. */
  private static List<DateRange> windows(
      FactsAsOf facts, DateRange days, Clause.RevenueShare share, int place, LocalDate from) {
    LocalDate last = DateRange.earlier(days.last(), facts.effectiveOn());
    List<DateRange> windows = new ArrayList<>();
    LocalDate day = DateRange.later(days.first(), from);
    while (!day.isAfter(last)) {
      DateRange window = share.minimums().get(place).wholeWindowOf(share.period(), day);
      Budget.row();
      windows.add(window);
      day = window.last().plusDays(1);
    }
    return windows;
  }

  private static List<DateRange> ownDays(ClauseHistory clause, DateRange window) {
    return clause.revisions().stream()
        .flatMap(revision -> revision.daysInPeriods().stream())
        .flatMap(days -> days.intersection(window).stream())
        .toList();
  }

  /** The guarantee of a whole window; empty where no day of the clause lies within it and the minimum's own days. */
  private static Optional<Guarantee> of(
      ClauseHistory clause, Revision revision, Clause.RevenueShare share, int place, DateRange whole) {
    Clause.Minimum minimum = share.minimums().get(place);
    DateRange window = minimum.within(whole).orElse(null);
    List<DateRange> own = window == null ? List.of() : ownDays(clause, window);
    if (window == null || own.isEmpty()) {
      return Optional.empty();
    }
    long days = own.stream().mapToLong(DateRange::days).sum();
    return Optional.of(
        new Guarantee(
            revision, share, place, minimum, window, whole, own.getLast().last(), days,
            amount(minimum, share.rounding(), days, whole)));
  }

  private static Money amount(Clause.Minimum minimum, Rounding rounding, long days, DateRange whole) {
    return minimum.prorate()
        ? rounding.round(
            minimum.amount().toFraction().multiply(BigFraction.of(days, whole.days())), minimum.amount().currency())
        : minimum.amount();
  }

  /** The amount by which what accrued falls short of the guarantee; empty when it does not. */
  public Optional<Money> shortfall(Money accrued) {
    return Optional.of(amount.minus(accrued)).filter(Money::isPositive);
  }
}
