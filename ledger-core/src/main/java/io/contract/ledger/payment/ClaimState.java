package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** How one claim stands while its {@link Settlement} is followed through the days. */
public final class ClaimState {

  private final Claim claim;
  private final List<Allocation> allocations = new ArrayList<>();
  private Money accrued;
  private Money waived;
  private Money settled;
  private Money unusedCredit;

  ClaimState(Claim claim, Currency currency) {
    this.claim = claim;
    this.accrued = Money.zero(currency);
    this.waived = Money.zero(currency);
    this.settled = Money.zero(currency);
    this.unusedCredit = Money.zero(currency);
  }

  ClaimState copy() {
    ClaimState copy = new ClaimState(claim, accrued.currency());
    copy.allocations.addAll(allocations);
    copy.accrued = accrued;
    copy.waived = waived;
    copy.settled = settled;
    copy.unusedCredit = unusedCredit;
    return copy;
  }

  public Claim claim() {
    return claim;
  }

  /** What accrued in the period, negative lines included; may be below zero. */
  public Money accrued() {
    return accrued;
  }

  /** What of it is given up. */
  public Money waived() {
    return waived;
  }

  /** What of it is settled by payments and credit. */
  public Money settled() {
    return settled;
  }

  /** What of it is open: never below zero. */
  public Money open() {
    return accrued.atLeastZero().minus(waived).minus(settled);
  }

  /** How far the claim is below zero. */
  Money belowZero() {
    return accrued.negated().atLeastZero();
  }

  /** What of {@link #belowZero} has settled nothing elsewhere. */
  Money unusedCredit() {
    return unusedCredit;
  }

  /** What settled it, in order. */
  public List<Allocation> allocations() {
    return List.copyOf(allocations);
  }

  void accrue(Money amount) {
    accrued = accrued.plus(amount);
  }

  void waive(Money amount) {
    waived = waived.plus(amount);
  }

  void changeUnusedCredit(Money amount) {
    unusedCredit = unusedCredit.plus(amount);
  }

  void settle(Allocation allocation) {
    allocations.add(allocation);
    settled = settled.plus(allocation.amount());
  }

  /** Undoes that much of what settled the claim, the latest first. */
  List<Allocation> free(Money amount) {
    List<Allocation> freed = new ArrayList<>();
    Money left = amount;
    for (int i = allocations.size() - 1; left.isPositive(); i--) {
      Allocation part = shrink(i, left);
      freed.add(part);
      left = left.minus(part.amount());
    }
    return freed;
  }

  /** Undoes at most that much of what the source last settled here; answers how much. */
  Money unsettle(Allocation.Source source, Money amount) {
    for (int i = allocations.size() - 1; i >= 0; i--) {
      if (allocations.get(i).source().equals(source)) {
        return shrink(i, amount).amount();
      }
    }
    throw new IllegalStateException("expected " + source + " to have settled part of " + claim);
  }

  /** The day on which the source last settled something here. */
  Optional<LocalDate> lastSettledBy(Allocation.Source source) {
    return allocations.stream()
        .filter(allocation -> allocation.source().equals(source))
        .map(Allocation::on)
        .max(LocalDate::compareTo);
  }

  private Allocation shrink(int index, Money atMost) {
    Allocation allocation = allocations.get(index);
    Money taken = allocation.amount().min(atMost);
    if (taken.equals(allocation.amount())) {
      allocations.remove(index);
    } else {
      allocations.set(
          index,
          new Allocation(allocation.source(), allocation.on(), allocation.amount().minus(taken)));
    }
    settled = settled.minus(taken);
    return new Allocation(allocation.source(), allocation.on(), taken);
  }
}
