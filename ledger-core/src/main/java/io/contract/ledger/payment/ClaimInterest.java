package io.contract.ledger.payment;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The interest of one claim while its {@link Settlement} is followed through the days (domain page, sections 5 and 11). Interest
 * runs as an exact fraction. When some of it is settled, all that has run by then is rounded, and stays as it was rounded.
 *
 * @param running what has run since it was last settled, exact
 * @param runsTo the day through which it has run
 * @param runs the runs that {@code running} consists of
 * @param fixed what was rounded each time some was settled
 * @param paid what payments settled of it, the latest first
 * @param due the part that was rounded and is not settled
 */
public record ClaimInterest(
    BigFraction running,
    LocalDate runsTo,
    PVector<Run> runs,
    PVector<Fixed> fixed,
    PStack<Allocation> paid,
    Money due,
    Money settled) {

  /**
   * The interest of a run of days on one principal.
   *
   * @param from the day from which it runs, not counted
   * @param through the day through which it has run
   * @param isCaughtUp whether the principal accrued on that day, after its due date, from which its interest runs all the same
   */
  public record Run(Money principal, LocalDate from, LocalDate through, BigFraction exact, boolean isCaughtUp) {}

  /** The interest that had run by a day on which a payment settled some of it. */
  public record Fixed(LocalDate on, PVector<Run> runs, Money rounded) {}

  static ClaimInterest none(Currency currency) {
    Money zero = Money.zero(currency);
    return new ClaimInterest(
        BigFraction.ZERO, LocalDate.MIN, TreePVector.empty(), TreePVector.empty(), ConsPStack.empty(), zero, zero);
  }

  /** Whether no interest has run. */
  boolean isNone() {
    return runs.isEmpty() && fixed.isEmpty();
  }

  /** The interest as of the day, where that principal was open since the day through which it had run. */
  ClaimInterest runTo(LateInterest rule, Money open, LocalDate day) {
    if (!day.isAfter(runsTo)) {
      return this;
    }
    BigFraction before = open.isZero() ? BigFraction.ZERO : rule.factor(runsTo);
    BigFraction factor = open.isZero() ? BigFraction.ZERO : rule.factor(day).subtract(before);
    if (factor.equals(BigFraction.ZERO)) {
      return new ClaimInterest(running, day, runs, fixed, paid, due, settled);
    }
    LocalDate from = before.equals(BigFraction.ZERO) ? rule.from() : runsTo;
    return with(new Run(open, from, day, open.toFraction().multiply(factor), false));
  }

  /**
   * The interest after that principal became open on the day, through which interest has run. If its due date has passed, the
   * interest since then is added: it runs from the due date also on what accrues after it.
   */
  ClaimInterest catchUp(LateInterest rule, Money opened, LocalDate day) {
    BigFraction factor = rule.factor(day);
    return opened.isZero() || factor.equals(BigFraction.ZERO)
        ? this
        : with(new Run(opened, rule.from(), day, opened.toFraction().multiply(factor), true));
  }

  private ClaimInterest with(Run run) {
    return new ClaimInterest(running.add(run.exact()), run.through(), runs.plus(run), fixed, paid, due, settled);
  }

  /** The interest of both together, which has run to the same day. */
  ClaimInterest joined(ClaimInterest other) {
    List<Fixed> both =
        Stream.concat(fixed.stream(), other.fixed.stream()).sorted(Comparator.comparing(Fixed::on)).toList();
    return new ClaimInterest(
        running.add(other.running),
        DateRange.later(runsTo, other.runsTo),
        runs.plusAll(other.runs),
        TreePVector.from(both),
        LatestFirst.joined(paid, other.paid, Allocation::on),
        due.plus(other.due),
        settled.plus(other.settled));
  }

  /** The open interest on the day through which it has run, rounded for showing. */
  Money open(Optional<LateInterest> rule) {
    return rule.map(r -> due.plus(r.rounding().round(running, due.currency()))).orElse(due);
  }

  /** The interest after a payment settled some of it. All that has run by now is rounded, and stays as it is rounded now. */
  ClaimInterest pay(LateInterest rule, Allocation allocation) {
    Money rounded = rule.rounding().round(running, due.currency());
    return new ClaimInterest(
        BigFraction.ZERO,
        runsTo,
        TreePVector.empty(),
        runs.isEmpty() ? fixed : fixed.plus(new Fixed(allocation.on(), runs, rounded)),
        paid.plus(allocation),
        due.plus(rounded).minus(allocation.amount()),
        settled.plus(allocation.amount()));
  }
}
