package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.InterestPiece.Compounded;
import io.contract.ledger.payment.InterestPiece.End;
import io.contract.ledger.payment.InterestPiece.Fixed;
import io.contract.ledger.payment.InterestPiece.Left;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * The interest of one claim while its {@link Settlement} is followed through the days (domain page, sections 5, 11 and 15). Interest
 * runs as an exact fraction. When some of it is settled, all that has run by then is rounded, and stays as it was rounded.
 *
 * @param running what has run since it was last settled, exact
 * @param runsTo the day through which it has run
 * @param isCharged whether what is charged once is part of it
 * @param unknown what is not known of it
 * @param runs the pieces that {@code running} consists of
 * @param fixed what was rounded each time some was settled
 * @param paid what payments settled of it, the latest first
 * @param waivers what gave some of it up, the latest first
 * @param due the part that was rounded and is neither settled nor waived
 * @param left how {@code due} came about, where interest joins what bears interest; empty before some was settled
 * @param compounded the part that bears interest; empty where none has joined yet
 * @param settled the part that payments settled
 * @param waived the part that was given up
 */
public record ClaimInterest(
    BigFraction running,
    LocalDate runsTo,
    boolean isCharged,
    Unknown unknown,
    PVector<InterestPiece> runs,
    PVector<Fixed> fixed,
    PStack<Allocation> paid,
    PStack<GivenUp> waivers,
    Money due,
    Optional<Left> left,
    Optional<Compounded> compounded,
    Money settled,
    Money waived) {

  /**
   * What is not known, because an index was not fixed (domain page, section 16).
   *
   * @param hasRun whether more has run than is known
   * @param isPaid whether a payment was left to pay some of that
   * @param isWaived whether a waiver was left to give some of that up
   * @param isGivenUp whether a waiver may have found less principal open than it is taken to be, so that what was given up of it, and
   *     with that what was settled, is not known
   */
  public record Unknown(boolean hasRun, boolean isPaid, boolean isWaived, boolean isGivenUp) {

    static final Unknown NOTHING = new Unknown(false, false, false, false);

    Unknown running() {
      return new Unknown(true, isPaid, isWaived, isGivenUp);
    }

    Unknown paid() {
      return new Unknown(hasRun, true, isWaived, isGivenUp);
    }

    Unknown waived() {
      return new Unknown(hasRun, isPaid, true, isGivenUp);
    }

    Unknown givenUp() {
      return new Unknown(hasRun, isPaid, isWaived, true);
    }

    Unknown or(Unknown other) {
      return new Unknown(hasRun || other.hasRun, isPaid || other.isPaid, isWaived || other.isWaived,
          isGivenUp || other.isGivenUp);
    }
  }

  static ClaimInterest none(Currency currency) {
    Money zero = Money.zero(currency);
    return new ClaimInterest(
        BigFraction.ZERO, LocalDate.MIN, false, Unknown.NOTHING, TreePVector.empty(), TreePVector.empty(),
        ConsPStack.empty(), ConsPStack.empty(), zero, Optional.empty(), Optional.empty(), zero, zero);
  }

  /** Whether no interest has run. */
  boolean isNone() {
    return runs.isEmpty() && fixed.isEmpty() && !unknown.hasRun();
  }

  /** Whether some is open, and be it too little to be shown. */
  boolean isOpen() {
    return due.isPositive() || running.signum() > 0 || unknown.hasRun();
  }

  /** The interest as of the day, where that principal was open since the day through which it had run. */
  ClaimInterest runTo(LateInterest rule, Money open, LocalDate day) {
    ClaimInterest next = this;
    for (LocalDate last : rule.joinDays(runsTo, day)) {
      // The exact fraction gets longer with each unit, so that this is no step of a known length.
      Budget.look();
      next = next.stepTo(rule, open, last).join(last);
    }
    return next.stepTo(rule, open, day);
  }

  /** The interest as of a day before which none joins what bears interest. */
  private ClaimInterest stepTo(LateInterest rule, Money open, LocalDate day) {
    if (!day.isAfter(runsTo)) {
      return this;
    }
    List<InterestPiece> more = new ArrayList<>();
    boolean isChargedNow = !isCharged && rule.charge().isPresent() && !open.isZero() && day.isAfter(rule.freeThrough());
    if (isChargedNow) {
      LocalDate on = DateRange.later(rule.freeThrough(), runsTo).plusDays(1);
      more.add(new InterestPiece.Charged(open, on, day, rule.charge().orElseThrow().on(open)));
    }
    boolean isUnknownNow = false;
    if (!open.isZero() || compounded.isPresent()) {
      isUnknownNow = !rule.isKnown(runsTo, day);
      BigFraction factor = rule.factor(runsTo, day);
      if (!open.isZero() && factor.signum() != 0) {
        more.add(
            new InterestPiece.Run(open, rule.runsFrom(runsTo), day, open.toFraction().multiply(factor), false));
      }
      if (compounded.isPresent() && factor.signum() != 0) {
        BigFraction exact = compounded.get().amount().multiply(factor);
        more.add(new InterestPiece.OnInterest(compounded.get(), runsTo, day, exact));
      }
    }
    return with(more, day, isCharged || isChargedNow, isUnknownNow ? unknown.running() : unknown);
  }

  /** All interest that is open on the last day of a unit joins what bears interest. */
  private ClaimInterest join(LocalDate last) {
    BigFraction open = due.toFraction().add(running);
    return open.signum() == 0
        ? this
        : new ClaimInterest(
            running, runsTo, isCharged, unknown, runs, fixed, paid, waivers, due, left,
            Optional.of(new Compounded.Joined(last, left.filter(Left::isAny), runs, open)), settled, waived);
  }

  /**
   * The interest after that principal became open on the day, through which interest has run. If its due date has passed, the
   * interest since then is added: it runs from the due date also on what accrues after it.
   */
  ClaimInterest catchUp(LateInterest rule, Money opened, LocalDate day) {
    BigFraction factor = rule.factor(LocalDate.MIN, day);
    boolean isUnknownNow = !rule.isKnown(LocalDate.MIN, day);
    if (opened.isZero() || (factor.signum() == 0 && !isUnknownNow)) {
      return this;
    }
    List<InterestPiece> run =
        factor.signum() == 0
            ? List.of()
            : List.of(
                new InterestPiece.Run(opened, rule.from(), day, opened.toFraction().multiply(factor), true));
    ClaimInterest more = with(run, day, isCharged, isUnknownNow ? unknown.running() : unknown);
    return rule.joinDays(day.minusDays(1), day).isEmpty() ? more : more.join(day);
  }

  private ClaimInterest with(List<InterestPiece> more, LocalDate through, boolean charged, Unknown nowUnknown) {
    BigFraction sum = more.stream().map(InterestPiece::exact).reduce(running, BigFraction::add);
    return new ClaimInterest(
        sum, through, charged, nowUnknown, more.isEmpty() ? runs : runs.plusAll(more), fixed, paid, waivers, due, left,
        compounded,
        settled, waived);
  }

  /** The interest of both together, which has run to the same day. */
  ClaimInterest joined(ClaimInterest other) {
    List<Fixed> both =
        Stream.concat(fixed.stream(), other.fixed.stream()).sorted(Comparator.comparing(Fixed::on)).toList();
    return new ClaimInterest(
        running.add(other.running),
        DateRange.later(runsTo, other.runsTo),
        isCharged || other.isCharged,
        unknown.or(other.unknown),
        runs.plusAll(other.runs),
        TreePVector.from(both),
        LatestFirst.joined(paid, other.paid, Allocation::on),
        LatestFirst.joined(waivers, other.waivers, GivenUp::on),
        due.plus(other.due),
        left.isPresent() && other.left.isPresent()
            ? Optional.of(
                new Left(
                    List.of(left.get(), other.left.get()), Optional.empty(), Optional.empty(), due.plus(other.due)))
            : left.or(other::left),
        compounded.isPresent() && other.compounded.isPresent()
            ? Optional.of(
                new Compounded.Both(
                    compounded.get(), other.compounded.get(),
                    compounded.get().amount().add(other.compounded.get().amount())))
            : compounded.or(other::compounded),
        settled.plus(other.settled),
        waived.plus(other.waived));
  }

  /** The same, of which that is not known. */
  ClaimInterest with(Unknown other) {
    return new ClaimInterest(
        running, runsTo, isCharged, other, runs, fixed, paid, waivers, due, left, compounded, settled, waived);
  }

  /** The open interest on the day through which it has run, so far as it is known, rounded for showing. */
  Money open(Optional<LateInterest> rule) {
    return rule.map(r -> due.plus(r.rounding().round(running, due.currency()))).orElse(due);
  }

  /** The interest after a payment settled some of it. All that has run by now is rounded, and stays as it is rounded now. */
  ClaimInterest pay(LateInterest rule, Allocation allocation) {
    return ended(
        rule, allocation, paid.plus(allocation), waivers, settled.plus(allocation.amount()), waived);
  }

  /** The interest after a waiver gave some of it up. It is rounded as when a payment settles it. */
  ClaimInterest waive(LateInterest rule, GivenUp by) {
    return ended(rule, by, paid, waivers.plus(by), settled, waived.plus(by.amount()));
  }

  private ClaimInterest ended(
      LateInterest rule, End end, PStack<Allocation> nowPaid, PStack<GivenUp> nowGivenUp, Money nowSettled,
      Money nowWaived) {
    Money more = rule.rounding().round(running, due.currency());
    Optional<Fixed> rounded = runs.isEmpty() ? Optional.empty() : Optional.of(new Fixed(end.on(), runs, more));
    // What is taken to be paid of interest that is not known may be more than what is.
    Money rest = due.plus(more).minus(end.amount()).atLeastZero();
    Optional<Left> nowLeft =
        rule.compounds()
            ? Optional.of(new Left(left.filter(Left::isAny).stream().toList(), rounded, Optional.of(end), rest))
            : Optional.empty();
    return new ClaimInterest(
        BigFraction.ZERO,
        runsTo,
        isCharged,
        unknown,
        TreePVector.empty(),
        rounded.map(fixed::plus).orElse(fixed),
        nowPaid,
        nowGivenUp,
        rest,
        nowLeft,
        nowLeft.flatMap(all -> compounded.flatMap(bore -> less(bore, end, all))),
        nowSettled,
        nowWaived);
  }

  /** What ends interest ends what has joined first. What is left of that is no more than all that is left. */
  private static Optional<Compounded> less(Compounded bore, End end, Left left) {
    BigFraction rest = bore.amount().subtract(end.amount().toFraction());
    BigFraction all = left.amount().toFraction();
    BigFraction least = rest.compareTo(all) < 0 ? rest : all;
    return least.signum() > 0 ? Optional.of(new Compounded.Less(bore, end, left, least)) : Optional.empty();
  }
}
