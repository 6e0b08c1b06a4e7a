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
 * @param isCharged whether what is charged once is part of it
 * @param runs the pieces that {@code running} consists of
 * @param fixed what was rounded each time some was settled
 * @param paid what payments settled of it, the latest first
 * @param waivers what gave some of it up, the latest first
 * @param due the part that was rounded and is neither settled nor waived
 * @param settled the part that payments settled
 * @param waived the part that was given up
 */
public record ClaimInterest(
    BigFraction running,
    LocalDate runsTo,
    boolean isCharged,
    PVector<Piece> runs,
    PVector<Fixed> fixed,
    PStack<Allocation> paid,
    PStack<GivenUp> waivers,
    Money due,
    Money settled,
    Money waived) {

  /** A part of the interest, which rests on one principal. */
  public sealed interface Piece {

    Money principal();

    /** The day on which it became known, through which the interest has run. */
    LocalDate through();

    BigFraction exact();

    /** Whether the principal accrued on that day, after its due date, from which its interest runs all the same. */
    boolean isCaughtUp();
  }

  /**
   * What is charged once for the claim, of which that principal was open before the day.
   *
   * @param on the first day on which it was charged
   */
  public record Charged(Money principal, LocalDate on, LocalDate through, BigFraction exact) implements Piece {
    @Override
    public boolean isCaughtUp() {
      return false;
    }
  }

  /**
   * The interest of a run of days on one principal.
   *
   * @param from the day from which it runs, not counted
   */
  public record Run(Money principal, LocalDate from, LocalDate through, BigFraction exact, boolean isCaughtUp)
      implements Piece {}

  /** The interest that had run by a day on which a payment settled some of it, or a waiver gave some up. */
  public record Fixed(LocalDate on, PVector<Piece> runs, Money rounded) {}

  static ClaimInterest none(Currency currency) {
    Money zero = Money.zero(currency);
    return new ClaimInterest(
        BigFraction.ZERO, LocalDate.MIN, false, TreePVector.empty(), TreePVector.empty(), ConsPStack.empty(),
        ConsPStack.empty(),
        zero, zero, zero);
  }

  /** Whether no interest has run. */
  boolean isNone() {
    return runs.isEmpty() && fixed.isEmpty();
  }

  /** The interest as of the day, where that principal was open since the day through which it had run. */
  ClaimInterest runTo(LateInterest rule, Money open, LocalDate day) {
    return day.isAfter(runsTo) ? charged(rule, open, day).run(rule, open, day) : this;
  }

  /** A claim that is still open when a day after the grace begins is charged then, once. */
  private ClaimInterest charged(LateInterest rule, Money open, LocalDate day) {
    if (isCharged || rule.charge().isEmpty() || open.isZero() || !day.isAfter(rule.freeThrough())) {
      return this;
    }
    LocalDate on = DateRange.later(rule.freeThrough(), runsTo).plusDays(1);
    return with(new Charged(open, on, day, rule.charge().get().on(open)), runsTo, true);
  }

  private ClaimInterest run(LateInterest rule, Money open, LocalDate day) {
    BigFraction before = open.isZero() ? BigFraction.ZERO : rule.factor(runsTo);
    BigFraction factor = open.isZero() ? BigFraction.ZERO : rule.factor(day).subtract(before);
    if (factor.equals(BigFraction.ZERO)) {
      return new ClaimInterest(running, day, isCharged, runs, fixed, paid, waivers, due, settled, waived);
    }
    LocalDate from = before.equals(BigFraction.ZERO) ? rule.from() : runsTo;
    return with(new Run(open, from, day, open.toFraction().multiply(factor), false), day, isCharged);
  }

  /**
   * The interest after that principal became open on the day, through which interest has run. If its due date has passed, the
   * interest since then is added: it runs from the due date also on what accrues after it.
   */
  ClaimInterest catchUp(LateInterest rule, Money opened, LocalDate day) {
    BigFraction factor = rule.factor(day);
    return opened.isZero() || factor.equals(BigFraction.ZERO)
        ? this
        : with(new Run(opened, rule.from(), day, opened.toFraction().multiply(factor), true), day, isCharged);
  }

  private ClaimInterest with(Piece piece, LocalDate through, boolean charged) {
    return new ClaimInterest(
        running.add(piece.exact()), through, charged, runs.plus(piece), fixed, paid, waivers, due, settled, waived);
  }

  /** The interest of both together, which has run to the same day. */
  ClaimInterest joined(ClaimInterest other) {
    List<Fixed> both =
        Stream.concat(fixed.stream(), other.fixed.stream()).sorted(Comparator.comparing(Fixed::on)).toList();
    return new ClaimInterest(
        running.add(other.running),
        DateRange.later(runsTo, other.runsTo),
        isCharged || other.isCharged,
        runs.plusAll(other.runs),
        TreePVector.from(both),
        LatestFirst.joined(paid, other.paid, Allocation::on),
        LatestFirst.joined(waivers, other.waivers, GivenUp::on),
        due.plus(other.due),
        settled.plus(other.settled),
        waived.plus(other.waived));
  }

  /** The open interest on the day through which it has run, rounded for showing. */
  Money open(Optional<LateInterest> rule) {
    return rule.map(r -> due.plus(r.rounding().round(running, due.currency()))).orElse(due);
  }

  /** The interest after a payment settled some of it. All that has run by now is rounded, and stays as it is rounded now. */
  ClaimInterest pay(LateInterest rule, Allocation allocation) {
    ClaimInterest rounded = rounded(rule, allocation.on());
    return new ClaimInterest(
        rounded.running, runsTo, isCharged, rounded.runs, rounded.fixed, paid.plus(allocation), waivers,
        rounded.due.minus(allocation.amount()), settled.plus(allocation.amount()), waived);
  }

  /** The interest after a waiver gave some of it up. It is rounded as when a payment settles it. */
  ClaimInterest waive(LateInterest rule, GivenUp by) {
    ClaimInterest rounded = rounded(rule, by.on());
    return new ClaimInterest(
        rounded.running, runsTo, isCharged, rounded.runs, rounded.fixed, paid, waivers.plus(by),
        rounded.due.minus(by.amount()),
        settled, waived.plus(by.amount()));
  }

  private ClaimInterest rounded(LateInterest rule, LocalDate on) {
    Money more = rule.rounding().round(running, due.currency());
    return new ClaimInterest(
        BigFraction.ZERO,
        runsTo,
        isCharged,
        TreePVector.empty(),
        runs.isEmpty() ? fixed : fixed.plus(new Fixed(on, runs, more)),
        paid,
        waivers,
        due.plus(more),
        settled,
        waived);
  }
}
