package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.SumByDay;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;

/**
 * The settlement of one clause's claims, followed through the days (domain page, section 5, step 5, and section 11): give it what
 * happens in order — of one day accruals, their end ({@link #endAccruals}), waivers, payments — and ask it at any time how claims
 * stand.
 *
 * <p>What it keeps true: of each claim, accrued + credit = settled + waived + open, where its credit is what went below zero and was
 * not made up since; nothing is open while credit is unapplied, once accruals have ended; and of all together, accrued − waived −
 * open = paid − interest paid − credit that is unapplied. A property test holds it to that (ADR 0011).
 */
public final class Settlement {

  private final Currency currency;

  private Claims claims;
  private LeftOver leftOver;
  private final SumByDay<Money> settledOn;
  private Money accrued;
  private Money waived;
  private Money settledByPayments;
  private Money paid;

  /** The day whose accruals may not be complete; null when credit has settled what it can. */
  private @Nullable LocalDate accruingOn;

  private Past past;

  /** Nothing has happened yet. */
  public Settlement(Currency currency) {
    this(currency, false);
  }

  /**
   * Nothing has happened yet.
   *
   * @param isExplained whether it keeps its {@link #movements}, which cost memory with every step
   */
  public Settlement(Currency currency, boolean isExplained) {
    this.currency = currency;
    this.past = Past.beginning(isExplained);
    this.claims = Claims.none(currency);
    this.leftOver = LeftOver.nothing(currency);
    this.settledOn = new SumByDay<>(Money.zero(currency), Money::plus);
    this.accrued = Money.zero(currency);
    this.waived = Money.zero(currency);
    this.settledByPayments = Money.zero(currency);
    this.paid = Money.zero(currency);
  }

  private Settlement(Settlement other) {
    this.currency = other.currency;
    this.claims = other.claims;
    this.leftOver = other.leftOver;
    this.past = other.past;
    this.settledOn = other.settledOn.copy();
    this.accrued = other.accrued;
    this.waived = other.waived;
    this.settledByPayments = other.settledByPayments;
    this.paid = other.paid;
    this.accruingOn = other.accruingOn;
  }

  /** Another settlement in the same state, which goes its own way; its cost does not grow with what has happened. */
  public Settlement copy() {
    return new Settlement(this);
  }

  private void note(Movement movement) {
    past = past.with(movement);
  }

  private void put(ClaimState state) {
    claims = claims.with(state);
    past = past.with(new Trail.Step.OfClaim(state.claim()));
  }

  private void leave(Allocation.Source.ByPayment payment, Money more) {
    leftOver = leftOver.plus(payment, more);
    past = past.with(new Trail.Step.OfPayment(payment));
  }

  /** The claim grows by the amount on the day, or falls when it is below zero. */
  public void accrue(Claim claim, Money amount, LocalDate day) {
    accruingOn = day;
    accrued = accrued.plus(amount);
    ClaimState before = state(claim).runTo(day);
    note(new Movement.Accrued(before, day, amount));
    if (amount.isNegative()) {
      fall(before, amount.negated());
    } else {
      grow(before, amount, day);
    }
  }

  /**
   * All of the day has accrued, and not before that: what is credit settles what it can, that of periods below zero before what
   * payments left over.
   */
  public void endAccruals() {
    LocalDate day = accruingOn;
    if (day != null) {
      accruingOn = null;
      settleByCredit(day);
    }
  }

  /** It first makes up what of its own credit has settled nothing; what its credit has settled stays settled, and the rest is open. */
  private void grow(ClaimState state, Money amount, LocalDate day) {
    Money madeUp = state.unusedCredit().min(amount);
    put(state.accrue(amount).changeCredit(madeUp.negated()).catchUp(amount.minus(madeUp), day));
  }

  private void fall(ClaimState state, Money amount) {
    Money left = amount.minus(state.open().min(amount));
    Money unwaived = state.waived().min(left);
    waived = waived.minus(unwaived);
    left = left.minus(unwaived);
    Money settledAgain = state.settled().min(left);
    ClaimState.Freed freed = state.unwaive(unwaived).free(settledAgain);
    left = left.minus(settledAgain);
    put(freed.state().accrue(amount.negated()).changeCredit(left));
    freed.freed().forEach(this::giveBack);
  }

  /** What an allocation had used is unapplied again. */
  private void giveBack(Allocation freed) {
    switch (freed.source()) {
      case Allocation.Source.ByPayment payment -> {
        leave(payment, freed.amount());
        countSettled(freed.on(), freed.amount().negated());
      }
      case Allocation.Source.ByCreditOf credit -> put(state(credit.claim()).useCredit(freed.amount().negated()));
    }
  }

  /**
   * The payee gives up what is open, up to the waiver's amount: in its period, else from the oldest due date on. A waiver without
   * amount was of a duty and gives up nothing here.
   */
  public void waive(Known<Waiver> known) {
    Waiver waiver = known.fact();
    if (waiver.amount() == null) {
      return;
    }
    Money left = new Money(currency, waiver.amount());
    for (Claim claim : claims.open()) {
      if (!left.isPositive()) {
        return;
      }
      if (waiver.period() == null || waiver.period().equals(claim.name())) {
        ClaimState state = state(claim).runTo(waiver.on());
        Money given = state.open().min(left);
        ClaimState.GivenUp by = new ClaimState.GivenUp(known.sequence(), given);
        note(new Movement.Waived(state, waiver.on(), by));
        put(state.waive(by));
        waived = waived.plus(given);
        left = left.minus(given);
      }
    }
  }

  /** The payment settles what is open, in its own order; what is left over is credit. */
  public void pay(Allocation.Source.ByPayment payment, Money amount) {
    paid = paid.plus(amount);
    note(new Movement.Paid(payment));
    leave(payment, amount);
    settleByCredit(payment.valueOn());
  }

  private void settleByCredit(LocalDate day) {
    while (!claims.open().isEmpty() && !claims.creditors().isEmpty()) {
      Budget.step();
      settleByClaim(claims.open().first(), claims.creditors().first(), day);
    }
    boolean isUsedUp = true;
    while (!leftOver.byPayment().isEmpty() && isUsedUp) {
      isUsedUp = settleBy(leftOver.byPayment().firstKey(), day);
    }
  }

  /** Whether the payment is used up; what is left of it would find nothing to settle. */
  private boolean settleBy(Allocation.Source.ByPayment payment, LocalDate day) {
    if (payment.interestFirst()) {
      settleInterest(payment, day);
      settlePrincipal(payment, day);
    } else {
      settlePrincipal(payment, day);
      settleInterest(payment, day);
    }
    return leftOver.of(payment).isZero();
  }

  private void settleByClaim(Claim claim, Claim giver, LocalDate day) {
    Money used = state(giver).unusedCredit().min(state(claim).open());
    put(state(giver).useCredit(used));
    settle(state(claim).runTo(day), new Allocation(new Allocation.Source.ByCreditOf(giver), day, used));
  }

  private void settlePrincipal(Allocation.Source.ByPayment payment, LocalDate day) {
    while (!claims.open().isEmpty() && leftOver.of(payment).isPositive()) {
      Budget.step();
      ClaimState state = state(claims.open().first()).runTo(day);
      Money used = leftOver.of(payment).min(state.open());
      leave(payment, used.negated());
      settle(state, new Allocation(payment, day, used));
      countSettled(day, used);
    }
  }

  private void settle(ClaimState state, Allocation by) {
    note(new Movement.Settled(state, by));
    put(state.settle(by));
  }

  private void settleInterest(Allocation.Source.ByPayment payment, LocalDate day) {
    for (Claim claim : claims.bearing()) {
      if (!leftOver.of(payment).isPositive()) {
        return;
      }
      ClaimState state = state(claim).runTo(day);
      Money used = leftOver.of(payment).min(state.interestOpen());
      if (used.isPositive()) {
        leave(payment, used.negated());
        Allocation by = new Allocation(payment, day, used);
        note(new Movement.InterestSettled(state, by));
        put(state.settleInterest(by));
      }
    }
  }

  private void countSettled(LocalDate day, Money amount) {
    settledByPayments = settledByPayments.plus(amount);
    settledOn.add(day, amount);
  }

  /** Principal settled by payments on those days. */
  public Money settledByPaymentsIn(DateRange days) {
    return settledOn.in(days);
  }

  /** Accrued, negative lines included, less waived, less settled by payments; may be below zero. */
  public Money open() {
    return accrued.minus(waived).minus(settledByPayments);
  }

  /** Credit not applied to anything: what payments left over and what periods are below zero. */
  public Money credit() {
    return leftOver.sum().plus(claims.unusedCredit());
  }

  /** What payments left over, by payment. */
  public PSortedMap<Allocation.Source.ByPayment, Money> unapplied() {
    return leftOver.byPayment();
  }

  /** Everything paid, settled with it or not. */
  public Money paid() {
    return paid;
  }

  /**
   * What happened, in order.
   *
   * @throws IllegalStateException when it was not kept
   */
  public List<Movement> movements() {
    return past.inOrder();
  }

  /** How the claim stands. */
  public ClaimState state(Claim claim) {
    return claims.state(claim);
  }

  /** The claims of which something is open, in the order in which they are settled. */
  public SortedSet<Claim> openClaims() {
    return claims.open();
  }

  /** What may stand otherwise than in the other. It costs as much as what happened to one of the two and not to the other. */
  public Touched touchedSince(Settlement other) {
    return past.since(other.past);
  }
}
