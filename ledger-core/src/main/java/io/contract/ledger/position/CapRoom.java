package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.SumByDay;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Origin;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What has accrued in one {@link ReadingFold}, and what room it leaves under caps. A cap on what is paid counts what is settled,
 * and what is open uses its room too.
 */
final class CapRoom {

  private final Money zero;

  /** What accrued, by the first day of each line; and what of it no cap counts. */
  private final SumByDay<Money> accruedOn;

  private final SumByDay<Money> outsideCaps;

  /** Nothing has accrued yet. */
  CapRoom(Currency currency) {
    this.zero = Money.zero(currency);
    this.accruedOn = new SumByDay<>(zero, Money::plus);
    this.outsideCaps = new SumByDay<>(zero, Money::plus);
  }

  private CapRoom(CapRoom other) {
    this.zero = other.zero;
    this.accruedOn = other.accruedOn.copy();
    this.outsideCaps = other.outsideCaps.copy();
  }

  /** Another in the same state, which goes its own way. */
  CapRoom copy() {
    return new CapRoom(this);
  }

  /** The line has accrued. */
  void accrue(CappedLine line) {
    accruedOn.add(line.days().first(), line.accrued());
  }

  /** Caps do not count the amount, which accrues on the day. */
  void leaveOut(LocalDate day, Money amount) {
    outsideCaps.add(day, amount);
  }

  /** What accrued on those days. */
  Money accruedIn(DateRange days) {
    return accruedOn.in(days);
  }

  /** How the cap stands for a line of those days. */
  CappedLine.Limit limit(int index, CapTerms terms, DateRange days, Settlement asOf) {
    DateRange window = terms.limitingWindowOf(days.first()).orElseThrow();
    return new CappedLine.Limit(
        index,
        terms,
        window,
        counted(terms, window, asOf),
        open(terms, asOf),
        room(terms, window, asOf).orElse(null));
  }

  /** What is left of the cap's amount; empty where that is not disclosed. */
  Optional<Money> room(CapTerms terms, DateRange counting, Settlement asOf) {
    return Optional.ofNullable(terms.cap().amount())
        .map(amount -> amount.minus(counted(terms, counting, asOf)).minus(open(terms, asOf)));
  }

  /** What counts toward the cap on those days. */
  Money counted(CapTerms terms, DateRange counting, Settlement asOf) {
    return terms.isOnPaid()
        ? asOf.settledByPaymentsIn(counting)
        : accruedOn.in(counting).minus(outsideCaps.in(counting));
  }

  /** What of all lines is open and uses room of the cap. */
  Money open(CapTerms terms, Settlement asOf) {
    return terms.isOnPaid() ? asOf.open() : zero;
  }

  /**
   * The day on which a line fills the cap that does not limit it: balances use a cap's room all the same, and on basis
   * {@code paid} a shortfall outside the cap.
   */
  Optional<LocalDate> filledBy(CappedLine line, WatchedCap cap, Settlement asOf) {
    LocalDate day = line.days().first();
    boolean usesRoom =
        line.origin() instanceof Origin.Balance
            || (line.origin() instanceof Origin.Shortfall && line.limits().isEmpty() && cap.terms().isOnPaid());
    return usesRoom && line.accrued().isPositive() && !day.isBefore(cap.beginsOn())
        ? cap.counting()
            .filter(counting -> counting.contains(day))
            .flatMap(counting -> room(cap.terms(), counting, asOf))
            .filter(room -> line.accrued().compareTo(room) >= 0)
            .map(room -> day)
        : Optional.empty();
  }
}
