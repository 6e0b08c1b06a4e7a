package io.contract.ledger.payment;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * The state of one claim while its {@link Settlement} is followed through the days. Immutable, so that keeping a settlement as it
 * was on a day costs one reference.
 *
 * @param accrued what accrued in the period, negative lines included; may be below zero
 * @param credit the part that went below zero and has not been made up since, whether or not it has settled something; zero or
 *     above
 * @param waived the part that is given up
 * @param settled the part that payments and credit settled
 * @param unusedCredit the part of the credit that has settled nothing
 * @param latestFirst the allocations that settled it, the latest first
 * @param waivers the waivers that gave it up, the latest first
 * @param interest the late interest on it
 */
public record ClaimState(
    Claim claim,
    Money accrued,
    Money credit,
    Money waived,
    Money settled,
    Money unusedCredit,
    PStack<Allocation> latestFirst,
    PStack<GivenUp> waivers,
    ClaimInterest interest) {

  static ClaimState of(Claim claim, Currency currency) {
    Money zero = Money.zero(currency);
    return new ClaimState(
        claim, zero, zero, zero, zero, zero, ConsPStack.empty(), ConsPStack.empty(), ClaimInterest.none(currency));
  }

  /** Whether nothing has happened to the claim. Where nothing has accrued, nothing can be settled, waived or credit. */
  public boolean isNew() {
    return accrued.isZero() && credit.isZero() && interest.isNone();
  }

  /** The open part, zero or above: what accrued and became credit, less what is waived and settled. */
  public Money open() {
    return accrued.plus(credit).minus(waived).minus(settled);
  }

  /** The claim with the interest that has run by the day. */
  public ClaimState runTo(LocalDate day) {
    return claim.interest()
        .map(rule -> with(interest.runTo(rule, open(), day)))
        .orElse(this);
  }

  /** The claim with the due date that it has from that day on, and with the interest that has run since the due date if that has passed. */
  ClaimState dated(Claim dated, LocalDate day) {
    return new ClaimState(
        dated, accrued, credit, waived, settled, unusedCredit, latestFirst, waivers, interest).runTo(day);
  }

  /** The claim as it is shown on the day; where nothing is open that bears interest, none runs. */
  public ClaimState shownOn(LocalDate day) {
    return open().isZero() && !bearsInterestAlone() ? this : runTo(day);
  }

  /** Whether its interest bears interest, or will, while none of its principal is open. */
  boolean bearsInterestAlone() {
    return open().isZero() && interest.isOpen() && claim.interest().filter(LateInterest::compounds).isPresent();
  }

  /** Whether the two have the same amounts, whatever led to them. */
  public boolean comesToAs(ClaimState other) {
    return accrued.equals(other.accrued)
        && credit.equals(other.credit)
        && waived.equals(other.waived)
        && settled.equals(other.settled)
        && interestOpen().equals(other.interestOpen())
        && interest.settled().equals(other.interest.settled())
        && interest.waived().equals(other.interest.waived())
        && interest.unknown().equals(other.interest.unknown());
  }

  /** The interest that is open on the day through which it has run, so far as it is known, rounded. */
  public Money interestOpen() {
    return interest.open(claim.interest());
  }

  /** Whether there is interest to settle, or will be as days pass. */
  boolean bearsInterest() {
    return claim.interest().isPresent()
        && (open().isPositive() || interestOpen().isPositive() || interest.unknown().hasRun() || bearsInterestAlone());
  }

  ClaimState accrue(Money amount) {
    return new ClaimState(
        claim, accrued.plus(amount), credit, waived, settled, unusedCredit, latestFirst, waivers, interest);
  }

  /** The claim after that much of it became open on the day, with its interest since a due date that has passed. */
  ClaimState catchUp(Money opened, LocalDate day) {
    return claim.interest().map(rule -> with(interest.catchUp(rule, opened, day))).orElse(this);
  }

  ClaimState waive(GivenUp by) {
    return new ClaimState(
        claim, accrued, credit, waived.plus(by.amount()), settled, unusedCredit, latestFirst, waivers.plus(by),
        interest);
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
        rest = rest.plus(new GivenUp(latest.sequence(), latest.on(), latest.amount().minus(taken)));
      }
      left = left.minus(taken);
    }
    return new ClaimState(
        claim, accrued, credit, waived.minus(amount), settled, unusedCredit, latestFirst, rest, interest);
  }

  /** Adds credit that has settled nothing. A negative amount is credit that is made up before it settled anything. */
  ClaimState changeCredit(Money amount) {
    return new ClaimState(
        claim, accrued, credit.plus(amount), waived, settled, unusedCredit.plus(amount), latestFirst, waivers,
        interest);
  }

  /** Uses credit to settle something. A negative amount is credit that is free again. */
  ClaimState useCredit(Money amount) {
    return new ClaimState(
        claim, accrued, credit, waived, settled, unusedCredit.minus(amount), latestFirst, waivers, interest);
  }

  ClaimState settle(Allocation allocation) {
    return new ClaimState(
        claim,
        accrued,
        credit,
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

  /** The claim of whose interest that is not known. */
  ClaimState with(ClaimInterest.Unknown unknown) {
    return with(interest.with(unknown));
  }

  /** The claim with the rates that its index is fixed at. */
  ClaimState fixed(UnaryOperator<RateSteps> rates) {
    return new ClaimState(
        claim.fixed(rates), accrued, credit, waived, settled, unusedCredit, latestFirst, waivers, interest);
  }

  ClaimState waiveInterest(GivenUp by) {
    return with(interest.waive(claim.interest().orElseThrow(), by));
  }

  /** The claim in the book that its own has become, together with the claims whose credit settled it. */
  public ClaimState in(Book book) {
    PStack<Allocation> moved =
        latestFirst.stream().anyMatch(allocation -> allocation.source() instanceof Allocation.Source.ByCreditOf)
            ? LatestFirst.of(latestFirst.stream().map(allocation -> allocation.in(book)).toList())
            : latestFirst;
    return new ClaimState(
        claim.in(book), accrued, credit, waived, settled, unusedCredit, moved, waivers, interest);
  }

  /**
   * The claim as one with that of the same period of another book, which has become its own. It has the due date of the two that comes
   * first, from which interest runs to the day on both.
   */
  public ClaimState joined(ClaimState other, LocalDate day) {
    Claim first = claim.orIfDueFirst(other.claim);
    return dueAs(first, day).plus(other.dueAs(first, day));
  }

  private ClaimState dueAs(Claim first, LocalDate day) {
    return claim.dueOn().equals(first.dueOn()) ? runTo(day) : dated(first, day);
  }

  private ClaimState plus(ClaimState other) {
    return new ClaimState(
        claim,
        accrued.plus(other.accrued),
        credit.plus(other.credit),
        waived.plus(other.waived),
        settled.plus(other.settled),
        unusedCredit.plus(other.unusedCredit),
        LatestFirst.joined(latestFirst, other.latestFirst, Allocation::on),
        LatestFirst.joined(waivers, other.waivers, GivenUp::on),
        interest.joined(other.interest));
  }

  /** The claim after its own credit that has settled nothing has made up for what is open of it. */
  ClaimState madeUp() {
    return changeCredit(unusedCredit.min(open()).negated());
  }

  private ClaimState with(ClaimInterest other) {
    return new ClaimState(claim, accrued, credit, waived, settled, unusedCredit, latestFirst, waivers, other);
  }

  /**
   * The claim after allocations that had settled it are undone.
   *
   * @param freed the allocations that were undone, the latest first
   */
  record Freed(ClaimState state, List<Allocation> freed) {}

  /** Undoes that much of what settled the claim, the latest first. */
  Freed free(Money amount) {
    List<Allocation> freed = new ArrayList<>();
    PStack<Allocation> rest = latestFirst;
    Money left = amount;
    while (left.isPositive()) {
      Allocation latest = rest.get(0);
      Money taken = latest.amount().min(left);
      rest = rest.minus(0);
      if (taken.compareTo(latest.amount()) < 0) {
        rest = rest.plus(new Allocation(latest.source(), latest.on(), latest.amount().minus(taken)));
      }
      freed.add(new Allocation(latest.source(), latest.on(), taken));
      left = left.minus(taken);
    }
    return new Freed(
        new ClaimState(
            claim, accrued, credit, waived, settled.minus(amount), unusedCredit, rest, waivers, interest),
        freed);
  }
}
