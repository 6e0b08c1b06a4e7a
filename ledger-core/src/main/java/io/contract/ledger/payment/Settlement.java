package io.contract.ledger.payment;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The settlement of one clause's claims, followed through the days (domain page, section 5, step 5, and section 11): give it what
 * happens in order — of one day accruals, then waivers, then payments — and ask it at any time how claims stand.
 *
 * <p>What it keeps true throughout: of a claim not below zero, accrued = settled + waived + open; of one below zero, its credit
 * is what it lacks to zero; nothing is open while credit is unapplied; and Σ settled + credit = paid + Σ what claims are below
 * zero. A property test holds it to that.
 */
public final class Settlement {

  private final Currency currency;
  private final TreeMap<Claim, ClaimState> claims;

  /** The claims of which something is open, and those whose credit has settled nothing yet. */
  private final TreeSet<Claim> open;

  private final TreeSet<Claim> creditors;

  // Persistent where the number of payments decides how many there are, so that a copy costs nothing.
  private PSortedMap<Allocation.Source.ByPayment, Money> unapplied;
  private PSortedMap<LocalDate, Money> settledOn;
  private final Map<DateRange, Money> settledIn;
  private Money accrued;
  private Money waived;
  private Money settledByPayments;
  private Money unappliedSum;
  private Money paid;

  /** Nothing has happened yet. */
  public Settlement(Currency currency) {
    this.currency = currency;
    this.claims = new TreeMap<>();
    this.open = new TreeSet<>();
    this.creditors = new TreeSet<>();
    this.unapplied = TreePMap.empty();
    this.settledOn = TreePMap.empty();
    this.settledIn = new HashMap<>();
    this.accrued = Money.zero(currency);
    this.waived = Money.zero(currency);
    this.settledByPayments = Money.zero(currency);
    this.unappliedSum = Money.zero(currency);
    this.paid = Money.zero(currency);
  }

  private Settlement(Settlement other) {
    this.currency = other.currency;
    this.claims = new TreeMap<>(other.claims);
    this.open = new TreeSet<>(other.open);
    this.creditors = new TreeSet<>(other.creditors);
    this.unapplied = other.unapplied;
    this.settledOn = other.settledOn;
    this.settledIn = new HashMap<>(other.settledIn);
    this.accrued = other.accrued;
    this.waived = other.waived;
    this.settledByPayments = other.settledByPayments;
    this.unappliedSum = other.unappliedSum;
    this.paid = other.paid;
  }

  /** Another settlement in the same state, which goes its own way; its cost does not grow with the payments made. */
  public Settlement copy() {
    return new Settlement(this);
  }

  private void put(ClaimState state) {
    claims.put(state.claim(), state);
    keep(open, state.claim(), state.open().isPositive());
    keep(creditors, state.claim(), state.unusedCredit().isPositive());
  }

  private static void keep(Set<Claim> set, Claim claim, boolean isIn) {
    if (isIn) {
      set.add(claim);
    } else {
      set.remove(claim);
    }
  }

  /** The claim grows by the amount on the day, or falls when it is below zero; credit settles what grows by itself. */
  public void accrue(Claim claim, Money amount, LocalDate day) {
    accrued = accrued.plus(amount);
    if (amount.isNegative()) {
      fall(claim, amount.negated());
    } else {
      grow(claim, amount);
    }
    settleByCredit(day);
  }

  private void grow(Claim claim, Money amount) {
    // What the claim lacked to zero was its credit; unused credit goes first, then what it had settled elsewhere is open again.
    ClaimState state = state(claim);
    Money shrinks = state.belowZero().min(amount);
    Money unused = state.unusedCredit().min(shrinks);
    put(state.changeUnusedCredit(unused.negated()));
    takeBackCredit(claim, shrinks.minus(unused));
    put(state(claim).accrue(amount));
  }

  private void takeBackCredit(Claim of, Money amount) {
    Allocation.Source source = new Allocation.Source.ByCreditOf(of);
    Money left = amount;
    while (left.isPositive()) {
      ClaimState.Freed freed = latestSettledBy(source).unsettle(source, left);
      put(freed.state());
      left = left.minus(freed.freed().getFirst().amount());
    }
  }

  private ClaimState latestSettledBy(Allocation.Source source) {
    ClaimState latest = null;
    LocalDate latestDay = LocalDate.MIN;
    for (ClaimState state : claims.values()) {
      Optional<LocalDate> day = state.lastSettledBy(source);
      if (day.isPresent() && !day.get().isBefore(latestDay)) {
        latest = state;
        latestDay = day.get();
      }
    }
    if (latest == null) {
      throw new IllegalStateException("expected credit of " + source + " to have settled something");
    }
    return latest;
  }

  private void fall(Claim claim, Money amount) {
    ClaimState state = state(claim);
    Money left = amount.minus(state.open().min(amount));
    Money unwaived = state.waived().min(left);
    waived = waived.minus(unwaived);
    left = left.minus(unwaived);
    Money settledAgain = state.settled().min(left);
    ClaimState.Freed freed = state.waive(unwaived.negated()).free(settledAgain);
    left = left.minus(settledAgain);
    put(freed.state().accrue(amount.negated()).changeUnusedCredit(left));
    freed.freed().forEach(this::giveBack);
  }

  /** What an allocation had used is unapplied again. */
  private void giveBack(Allocation freed) {
    switch (freed.source()) {
      case Allocation.Source.ByPayment payment -> {
        changeUnapplied(payment, freed.amount());
        countSettled(freed.on(), freed.amount().negated());
      }
      case Allocation.Source.ByCreditOf credit -> put(state(credit.claim()).changeUnusedCredit(freed.amount()));
    }
  }

  private void changeUnapplied(Allocation.Source.ByPayment payment, Money amount) {
    Money left = unapplied.getOrDefault(payment, Money.zero(currency)).plus(amount);
    unapplied = left.isZero() ? unapplied.minus(payment) : unapplied.plus(payment, left);
    unappliedSum = unappliedSum.plus(amount);
  }

  /**
   * The payee gives up what is open, up to the waiver's amount: in its period, else from the oldest due date on. A waiver without
   * amount was of a duty and gives up nothing here.
   */
  public void waive(Waiver waiver) {
    if (waiver.amount() == null) {
      return;
    }
    Money left = new Money(currency, waiver.amount());
    for (Claim claim : List.copyOf(open)) {
      if (waiver.period() == null || waiver.period().equals(claim.period().name())) {
        Money given = state(claim).open().min(left);
        put(state(claim).waive(given));
        waived = waived.plus(given);
        left = left.minus(given);
      }
    }
  }

  /** The payment settles what is open, oldest due date first; what is left over is credit. */
  public void pay(KnownPayment payment) {
    LocalDate valueOn = payment.payment().fact().valueOn();
    Money amount = new Money(currency, payment.payment().fact().settles());
    paid = paid.plus(amount);
    changeUnapplied(new Allocation.Source.ByPayment(valueOn, payment.payment().sequence()), amount);
    settleByCredit(valueOn);
  }

  /** Oldest due date first; credit of periods below zero is used before what payments left over. */
  private void settleByCredit(LocalDate day) {
    while (!open.isEmpty() && !(creditors.isEmpty() && unapplied.isEmpty())) {
      Claim claim = open.first();
      if (creditors.isEmpty()) {
        settleByPayment(claim, day);
      } else {
        settleByClaim(claim, creditors.first(), day);
      }
    }
  }

  private void settleByClaim(Claim claim, Claim giver, LocalDate day) {
    Money used = state(giver).unusedCredit().min(state(claim).open());
    put(state(giver).changeUnusedCredit(used.negated()));
    put(state(claim).settle(new Allocation(new Allocation.Source.ByCreditOf(giver), day, used)));
  }

  private void settleByPayment(Claim claim, LocalDate day) {
    Allocation.Source.ByPayment payment = unapplied.firstKey();
    Money used = unapplied.getOrDefault(payment, Money.zero(currency)).min(state(claim).open());
    changeUnapplied(payment, used.negated());
    put(state(claim).settle(new Allocation(payment, day, used)));
    countSettled(day, used);
  }

  private void countSettled(LocalDate day, Money amount) {
    settledByPayments = settledByPayments.plus(amount);
    settledOn = settledOn.plus(day, settledOn.getOrDefault(day, Money.zero(currency)).plus(amount));
    settledIn.replaceAll((days, sum) -> days.contains(day) ? sum.plus(amount) : sum);
  }

  /** Principal settled by payments on those days. */
  public Money settledByPaymentsIn(DateRange days) {
    return settledIn.computeIfAbsent(
        days,
        any -> settledOn.subMap(days.first(), true, days.last(), true).values().stream()
            .reduce(Money.zero(currency), Money::plus));
  }

  /** Accrued, negative lines included, less waived, less settled by payments; may be below zero. */
  public Money open() {
    return accrued.minus(waived).minus(settledByPayments);
  }

  /** Credit not applied to anything: what payments left over and what periods are below zero. */
  public Money credit() {
    return creditors.stream().map(claim -> state(claim).unusedCredit()).reduce(unappliedSum, Money::plus);
  }

  /** Everything paid, settled with it or not. */
  public Money paid() {
    return paid;
  }

  /** How the claim stands. */
  public ClaimState state(Claim claim) {
    ClaimState state = claims.get(claim);
    return state == null ? ClaimState.of(claim, currency) : state;
  }
}
