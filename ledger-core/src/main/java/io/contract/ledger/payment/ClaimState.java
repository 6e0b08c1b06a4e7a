package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * How one claim stands while its {@link Settlement} is followed through the days. Immutable, so that a settlement can be kept as
 * it was on a day for what one reference costs.
 *
 * @param accrued what accrued in the period, negative lines included; may be below zero
 * @param waived what of it is given up
 * @param settled what of it is settled by payments and credit
 * @param unusedCredit what of {@link #belowZero} has settled nothing elsewhere
 * @param latestFirst what settled it, the latest first
 * @param waivers what gave it up, the latest first
 * @param interest the late interest on it
 */
public record ClaimState(
    Claim claim,
    Money accrued,
    Money waived,
    Money settled,
    Money unusedCredit,
    PStack<Allocation> latestFirst,
    PStack<GivenUp> waivers,
    ClaimInterest interest) {

  /**
   * What a waiver gave up of the claim.
   *
   * @param sequence number of the waiver's event
   */
  public record GivenUp(long sequence, Money amount) {}

  static ClaimState of(Claim claim, Currency currency) {
    Money zero = Money.zero(currency);
    return new ClaimState(
        claim, zero, zero, zero, zero, ConsPStack.empty(), ConsPStack.empty(), ClaimInterest.none(currency));
  }

  /** Whether it stands as before anything happened to it: where nothing has accrued nothing can be settled, waived or credit. */
  public boolean isNew() {
    return accrued.isZero() && interest.isNone();
  }

  /** What of it is open: never below zero. */
  public Money open() {
    return accrued.atLeastZero().minus(waived).minus(settled);
  }

  /** The claim with the interest that has run by the day. */
  public ClaimState runTo(LocalDate day) {
    return claim.interest()
        .map(rule -> with(interest.runTo(rule, open(), day)))
        .orElse(this);
  }

  /** The claim as it is shown on the day; where nothing is open no interest runs. */
  public ClaimState shownOn(LocalDate day) {
    return open().isZero() ? this : runTo(day);
  }

  /** Whether the two come to the same amounts, whatever led to them. */
  public boolean comesToAs(ClaimState other) {
    return accrued.equals(other.accrued)
        && waived.equals(other.waived)
        && settled.equals(other.settled)
        && interestOpen().equals(other.interestOpen())
        && interest.settled().equals(other.interest.settled());
  }

  /** The interest that is open on the day through which it has run, rounded. */
  public Money interestOpen() {
    return interest.open(claim.interest());
  }

  /** Whether there is interest to settle, or will be as days pass. */
  boolean bearsInterest() {
    return claim.interest().isPresent() && (open().isPositive() || interestOpen().isPositive());
  }

  /** How far the claim is below zero. */
  Money belowZero() {
    return accrued.negated().atLeastZero();
  }

  ClaimState accrue(Money amount) {
    return new ClaimState(
        claim, accrued.plus(amount), waived, settled, unusedCredit, latestFirst, waivers, interest);
  }

  ClaimState waive(GivenUp by) {
    return new ClaimState(
        claim, accrued, waived.plus(by.amount()), settled, unusedCredit, latestFirst, waivers.plus(by), interest);
  }

  /** Takes back that much of what was waived, the latest first. */
  ClaimState unwaive(Money amount) {
    PStack<GivenUp> rest = waivers;
    Money left = amount;
    while (left.isPositive()) {
      GivenUp latest = rest.get(0);
      Money taken = latest.amount().min(left);
      rest = rest.minus(0);
      if (taken.compareTo(latest.amount()) < 0) {
        rest = rest.plus(new GivenUp(latest.sequence(), latest.amount().minus(taken)));
      }
      left = left.minus(taken);
    }
    return new ClaimState(
        claim, accrued, waived.minus(amount), settled, unusedCredit, latestFirst, rest, interest);
  }

  ClaimState changeUnusedCredit(Money amount) {
    return new ClaimState(
        claim, accrued, waived, settled, unusedCredit.plus(amount), latestFirst, waivers, interest);
  }

  ClaimState settle(Allocation allocation) {
    return new ClaimState(
        claim,
        accrued,
        waived,
        settled.plus(allocation.amount()),
        unusedCredit,
        latestFirst.plus(allocation),
        waivers,
        interest);
  }

  ClaimState settleInterest(Allocation allocation) {
    return with(interest.pay(claim.interest().orElseThrow(), allocation));
  }

  private ClaimState with(ClaimInterest other) {
    return new ClaimState(claim, accrued, waived, settled, unusedCredit, latestFirst, waivers, other);
  }

  /**
   * The claim with something undone that had settled it.
   *
   * @param freed what was undone, the latest first
   */
  record Freed(ClaimState state, List<Allocation> freed) {}

  /** Undoes that much of what settled the claim, the latest first. */
  Freed free(Money amount) {
    List<Allocation> freed = new ArrayList<>();
    ClaimState state = this;
    Money left = amount;
    while (left.isPositive()) {
      Freed one = state.shrink(0, left);
      state = one.state();
      freed.addAll(one.freed());
      left = left.minus(one.freed().getFirst().amount());
    }
    return new Freed(state, freed);
  }

  /** Undoes at most that much of what the source last settled here. */
  Freed unsettle(Allocation.Source source, Money atMost) {
    for (int i = 0; i < latestFirst.size(); i++) {
      if (latestFirst.get(i).source().equals(source)) {
        return shrink(i, atMost);
      }
    }
    throw new IllegalStateException("expected " + source + " to have settled part of " + claim);
  }

  /** The day on which the source last settled something here. */
  Optional<LocalDate> lastSettledBy(Allocation.Source source) {
    return latestFirst.stream()
        .filter(allocation -> allocation.source().equals(source))
        .map(Allocation::on)
        .max(LocalDate::compareTo);
  }

  private Freed shrink(int index, Money atMost) {
    Allocation allocation = latestFirst.get(index);
    Money taken = allocation.amount().min(atMost);
    PStack<Allocation> rest =
        taken.equals(allocation.amount())
            ? latestFirst.minus(index)
            : latestFirst.with(
                index, new Allocation(allocation.source(), allocation.on(), allocation.amount().minus(taken)));
    return new Freed(
        new ClaimState(claim, accrued, waived, settled.minus(taken), unusedCredit, rest, waivers, interest),
        List.of(new Allocation(allocation.source(), allocation.on(), taken)));
  }
}
