package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.share.CapCalculator;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.GrossCalculator;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Runs share and payment of one clause together through the days, under one reading: the only place where the two meet, because a
 * cap on what is paid lets what is settled decide what accrues (domain page, section 5).
 *
 * <p>It can be copied where it stands, and goes on from there: what has happened by then need not happen again.
 */
final class ReadingFold {

  /** What the fold asks of the clause; it may change only behind what has happened. */
  interface Terms {

    /** The caps of a revision, as the reading makes them. */
    List<CapTerms> capsOf(Revision revision);

    /** The claim of a period, with its due date. */
    Claim claimOf(Period period);

    /** The waivers given on the day, in order of recording. */
    List<Waiver> waiversOn(LocalDate day);
  }

  /**
   * What the lines of a period come to.
   *
   * @param base their amounts, exact
   */
  record Totals(BigFraction base, Money gross, Money forgone) {}

  private final Currency currency;
  private final List<WatchedCap> watched;
  private final GrossCalculator grossCalculator;
  private final CapCalculator capCalculator;
  private final Settlement settlement;
  private final Map<Integer, LocalDate> reachedOn;
  private final Map<Period, Totals> totals;
  private final Map<DateRange, Money> accruedIn;

  /** What each line accrued, by its first day. */
  private PSortedMap<LocalDate, Money> accruedOn;

  private Moment at;

  /**
   * A fold that has seen nothing yet.
   *
   * @param watched the caps that the position shows
   */
  ReadingFold(Currency currency, List<WatchedCap> watched) {
    this.currency = currency;
    this.watched = List.copyOf(watched);
    this.grossCalculator = new GrossCalculator(currency);
    this.capCalculator = new CapCalculator();
    this.settlement = new Settlement(currency);
    this.reachedOn = new HashMap<>();
    this.totals = new HashMap<>();
    this.accruedIn = new HashMap<>();
    this.accruedOn = TreePMap.empty();
    this.at = Moment.BEGINNING;
  }

  private ReadingFold(ReadingFold other) {
    this.currency = other.currency;
    this.watched = other.watched;
    this.grossCalculator = other.grossCalculator.copy();
    this.capCalculator = other.capCalculator.copy();
    this.settlement = other.settlement.copy();
    this.reachedOn = new HashMap<>(other.reachedOn);
    this.totals = new HashMap<>(other.totals);
    this.accruedIn = new HashMap<>(other.accruedIn);
    this.accruedOn = other.accruedOn;
    this.at = other.at;
  }

  /** Another fold in the same state, which goes its own way. */
  ReadingFold copy() {
    return new ReadingFold(this);
  }

  /** The last thing that has happened. */
  Moment at() {
    return at;
  }

  /**
   * Lets it happen.
   *
   * @throws IllegalArgumentException when it comes before what has happened already
   */
  void happen(Happening happening, Terms terms) {
    Moment moment = happening.moment();
    if (moment.compareTo(at) <= 0) {
      throw new IllegalArgumentException("expected something after " + at + ", found " + happening);
    }
    at = moment;
    switch (happening) {
      case Happening.CapBegins begins -> begin(begins.cap());
      case Happening.Accrual accrual -> accrue(accrual.line(), terms);
      case Happening.Waived waived -> settlement.waive(waived.waiver());
      case Happening.Paid paid -> settlement.pay(paid.payment());
    }
  }

  /** A cap that comes without room is reached at once. */
  private void begin(WatchedCap cap) {
    cap.counting()
        .flatMap(days -> room(cap.terms(), days, settlement))
        .filter(room -> !room.isPositive())
        .ifPresent(room -> reachedOn.put(cap.index(), cap.beginsOn()));
  }

  private void accrue(Line line, Terms terms) {
    CappedLine capped = capCalculator.apply(line, grossCalculator.gross(line), limits(line, terms));
    accruedOn = accruedOn.plus(line.days().first(), capped.accrued());
    accruedIn.replaceAll(
        (days, sum) -> days.contains(line.days()) ? sum.plus(capped.accrued()) : sum);
    for (WatchedCap cap : watched) {
      if (!reachedOn.containsKey(cap.index())) {
        cap.reachedBy(capped).ifPresent(day -> reachedOn.put(cap.index(), day));
      }
    }
    Totals before = totals(line.period());
    totals.put(
        line.period(),
        new Totals(
            before.base().add(line.amount()), before.gross().plus(capped.gross()),
            before.forgone().plus(capped.forgone())));
    settlement.accrue(terms.claimOf(line.period()), capped.accrued(), line.days().last());
  }

  private List<CappedLine.Limit> limits(Line line, Terms of) {
    List<CapTerms> caps = of.capsOf(line.revision());
    List<CappedLine.Limit> limits = new ArrayList<>();
    Settlement asOf = asOfLastDay(line, caps, of);
    for (int i = 0; i < caps.size(); i++) {
      CapTerms terms = caps.get(i);
      if (terms.limits(line.days().first())) {
        limits.add(limit(i, terms, line, asOf));
      }
    }
    return limits;
  }

  private CappedLine.Limit limit(int index, CapTerms terms, Line line, Settlement asOf) {
    DateRange window = terms.windowOf(line.days().first()).orElseThrow();
    DateRange counting = WatchedCap.counting(terms, window).orElseThrow();
    return new CappedLine.Limit(
        index,
        terms,
        window,
        counted(terms, counting, asOf),
        open(terms, asOf),
        room(terms, counting, asOf).orElse(null));
  }

  /**
   * The settlement of the earlier lines alone as of the line's last day. Payments of that day move amounts from open to counted and
   * change no room; waivers of that day free room, so they are tried on a copy.
   */
  private Settlement asOfLastDay(Line line, List<CapTerms> caps, Terms terms) {
    if (caps.stream().noneMatch(ReadingFold::isOnPaid)) {
      return settlement;
    }
    List<Waiver> waivers = terms.waiversOn(line.days().last());
    if (waivers.isEmpty()) {
      return settlement;
    }
    Settlement copy = settlement.copy();
    waivers.forEach(copy::waive);
    return copy;
  }

  private Optional<Money> room(CapTerms terms, DateRange counting, Settlement asOf) {
    return Optional.ofNullable(terms.cap().amount())
        .map(amount -> amount.minus(counted(terms, counting, asOf)).minus(open(terms, asOf)));
  }

  private Money counted(CapTerms terms, DateRange counting, Settlement asOf) {
    return isOnPaid(terms) ? asOf.settledByPaymentsIn(counting) : accruedIn(counting);
  }

  private Money open(CapTerms terms, Settlement asOf) {
    return isOnPaid(terms) ? asOf.open() : Money.zero(currency);
  }

  /** Lines are cut where windows begin and end, so that one whose first day is in a window is in it whole. */
  private Money accruedIn(DateRange counting) {
    return accruedIn.computeIfAbsent(
        counting,
        days -> accruedOn.subMap(days.first(), true, days.last(), true).values().stream()
            .reduce(Money.zero(currency), Money::plus));
  }

  private static boolean isOnPaid(CapTerms terms) {
    return terms.cap().basis() == Basis.PAID;
  }

  /** What counts toward a watched cap by now. */
  Money counted(WatchedCap cap) {
    return cap.counting()
        .map(days -> counted(cap.terms(), days, settlement))
        .orElse(Money.zero(currency));
  }

  /** What of all lines is open and uses room of the cap by now. */
  Money open(WatchedCap cap) {
    return open(cap.terms(), settlement);
  }

  /** The day on which the cap was reached; empty while it has not been. */
  Optional<LocalDate> reachedOn(WatchedCap cap) {
    @Nullable
    LocalDate day = reachedOn.get(cap.index());
    return Optional.ofNullable(day);
  }

  /** What the lines of the period come to. */
  Totals totals(Period period) {
    Totals found = totals.get(period);
    return found == null ? new Totals(BigFraction.ZERO, Money.zero(currency), Money.zero(currency)) : found;
  }

  /** How claims stand by now. */
  Settlement settlement() {
    return settlement;
  }
}
