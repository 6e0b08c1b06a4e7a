package io.contract.ledger.payment;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
  private final TreeMap<Claim, ClaimState> claims = new TreeMap<>();

  /** The place of each payment, by the number of its event, in the order in which they settle. */
  private final Map<Long, Integer> places = new HashMap<>();

  /** Payments not used up, by their place, with what is left of each. */
  private final TreeMap<Integer, Unapplied> unapplied = new TreeMap<>();

  private final Map<DateRange, Money> settledIn = new HashMap<>();
  private final TreeMap<LocalDate, Money> settledOn = new TreeMap<>();
  private Money accrued;
  private Money waived;
  private Money settledByPayments;

  private record Unapplied(long sequence, Money amount) {}

  /** Nothing has happened yet. */
  public Settlement(Currency currency) {
    this.currency = currency;
    this.accrued = Money.zero(currency);
    this.waived = Money.zero(currency);
    this.settledByPayments = Money.zero(currency);
  }

  /** Another settlement in the same state, which goes its own way. */
  public Settlement copy() {
    Settlement copy = new Settlement(currency);
    claims.forEach((claim, state) -> copy.claims.put(claim, state.copy()));
    copy.places.putAll(places);
    copy.unapplied.putAll(unapplied);
    copy.settledOn.putAll(settledOn);
    copy.accrued = accrued;
    copy.waived = waived;
    copy.settledByPayments = settledByPayments;
    return copy;
  }

  /** The claim grows by the amount on the day, or falls when it is below zero; credit settles what grows by itself. */
  public void accrue(Claim claim, Money amount, LocalDate day) {
    accrued = accrued.plus(amount);
    ClaimState state = state(claim);
    if (amount.isNegative()) {
      fall(state, amount.negated());
    } else {
      grow(state, amount);
    }
    settleByCredit(day);
  }

  private void grow(ClaimState state, Money amount) {
    // What the claim lacked to zero was its credit; unused credit goes first, then what it had settled elsewhere is open again.
    Money lacking = state.belowZero();
    Money shrinks = lacking.min(amount);
    Money unused = state.unusedCredit().min(shrinks);
    state.changeUnusedCredit(unused.negated());
    takeBackCredit(state, shrinks.minus(unused));
    state.accrue(amount);
  }

  private void takeBackCredit(ClaimState of, Money amount) {
    Money left = amount;
    while (left.isPositive()) {
      ClaimState latest = latestSettledBy(new Allocation.Source.ByCreditOf(of.claim()));
      left = left.minus(latest.unsettle(new Allocation.Source.ByCreditOf(of.claim()), left));
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

  private void fall(ClaimState state, Money amount) {
    Money left = amount.minus(state.open().min(amount));
    Money unwaived = state.waived().min(left);
    state.waive(unwaived.negated());
    waived = waived.minus(unwaived);
    left = left.minus(unwaived);
    Money freed = state.settled().min(left);
    state.free(freed).forEach(this::giveBack);
    left = left.minus(freed);
    state.accrue(amount.negated());
    state.changeUnusedCredit(left);
  }

  /** What an allocation had used is unapplied again. */
  private void giveBack(Allocation freed) {
    switch (freed.source()) {
      case Allocation.Source.ByPayment payment -> {
        unapplied.merge(
            java.util.Objects.requireNonNull(places.get(payment.sequence())),
            new Unapplied(payment.sequence(), freed.amount()),
            (left, more) -> new Unapplied(left.sequence(), left.amount().plus(more.amount())));
        countSettled(freed.on(), freed.amount().negated());
      }
      case Allocation.Source.ByCreditOf credit ->
        state(credit.claim()).changeUnusedCredit(freed.amount());
    }
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
    for (ClaimState state : claims.values()) {
      boolean named =
          waiver.period() == null || waiver.period().equals(state.claim().period().name());
      if (named && state.open().isPositive()) {
        Money given = state.open().min(left);
        state.waive(given);
        waived = waived.plus(given);
        left = left.minus(given);
      }
    }
  }

  /** The payment settles what is open, oldest due date first; what is left over is credit. */
  public void pay(KnownPayment payment) {
    long sequence = payment.payment().sequence();
    int place = places.size();
    places.put(sequence, place);
    unapplied.put(
        place, new Unapplied(sequence, new Money(currency, payment.payment().fact().settles())));
    settleByCredit(payment.payment().fact().valueOn());
  }

  private void settleByCredit(LocalDate day) {
    for (ClaimState state : claims.values()) {
      if (state.open().isPositive()) {
        settleByClaims(state, day);
        settleByPayments(state, day);
      }
    }
  }

  /** Credit of periods below zero is used before what payments left over. */
  private void settleByClaims(ClaimState state, LocalDate day) {
    for (ClaimState giver : claims.values()) {
      Money used = giver.unusedCredit().min(state.open());
      if (used.isPositive()) {
        giver.changeUnusedCredit(used.negated());
        state.settle(new Allocation(new Allocation.Source.ByCreditOf(giver.claim()), day, used));
      }
    }
  }

  private void settleByPayments(ClaimState state, LocalDate day) {
    while (!unapplied.isEmpty() && state.open().isPositive()) {
      Map.Entry<Integer, Unapplied> first = unapplied.firstEntry();
      Unapplied payment = first.getValue();
      Money used = payment.amount().min(state.open());
      state.settle(
          new Allocation(new Allocation.Source.ByPayment(payment.sequence()), day, used));
      countSettled(day, used);
      if (used.equals(payment.amount())) {
        unapplied.remove(first.getKey());
      } else {
        unapplied.put(
            first.getKey(), new Unapplied(payment.sequence(), payment.amount().minus(used)));
      }
    }
  }

  private void countSettled(LocalDate day, Money amount) {
    settledByPayments = settledByPayments.plus(amount);
    settledOn.merge(day, amount, Money::plus);
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
    Money ofPayments = unapplied.values().stream().map(Unapplied::amount).reduce(Money.zero(currency), Money::plus);
    return claims.values().stream()
        .map(ClaimState::unusedCredit)
        .reduce(ofPayments, Money::plus);
  }

  /** How the claim stands. */
  public ClaimState state(Claim claim) {
    return claims.computeIfAbsent(claim, any -> new ClaimState(any, currency));
  }
}
