package io.contract.ledger.position;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.payment.UnknownInterest;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.share.CapCalculator;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.FixedSum;
import io.contract.ledger.share.Gross;
import io.contract.ledger.share.GrossCalculator;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.Origin;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.terms.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

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

    /** The claim of a period in the book, with its due date as it stands on the day. */
    Claim claimOf(Book book, Period period, LocalDate day);

    /** The waivers given on the day, in order of recording. */
    List<Happening.Waived> waiversOn(LocalDate day);
  }

  private final Currency currency;
  private final boolean isExplained;
  private final GrossCalculator grossCalculator;
  private final CapCalculator capCalculator;
  private final Settlement settlement;

  private final CapRoom capRoom;
  private final WorkedPeriod noLines;
  private List<WatchedCap> watched;
  private PMap<Integer, WatchedCap.Reached> reachedOn;
  private PMap<Claim, WorkedPeriod> periods;
  private int entered;
  private Moment at;

  /** What the claims' interest is fixed by. */
  private FixedRates rates;

  /** The settlement with the accruals of the last day ended; null until somebody asks. */
  private @Nullable Settlement ended;

  /**
   * A fold that has seen nothing yet.
   *
   * @param watched the caps that the position shows
   * @param rates what the interest of its claims is fixed by
   * @param unknown how much interest is taken to be open where it is not known
   * @param isExplained whether it keeps what an explanation needs
   */
  ReadingFold(
      Currency currency, List<WatchedCap> watched, FixedRates rates, UnknownInterest unknown, boolean isExplained) {
    this.currency = currency;
    this.watched = List.copyOf(watched);
    this.isExplained = isExplained;
    this.grossCalculator = new GrossCalculator(currency);
    this.capCalculator = new CapCalculator();
    this.settlement = new Settlement(currency, unknown, isExplained);
    this.rates = rates;
    this.capRoom = new CapRoom(currency);
    this.noLines = WorkedPeriod.empty(currency);
    this.reachedOn = HashTreePMap.empty();
    this.periods = HashTreePMap.empty();
    this.at = Moment.BEGINNING;
  }

  private ReadingFold(ReadingFold other) {
    this.currency = other.currency;
    this.watched = other.watched;
    this.isExplained = other.isExplained;
    this.grossCalculator = other.grossCalculator.copy();
    this.capCalculator = other.capCalculator.copy();
    this.settlement = other.settlement.copy();
    this.capRoom = other.capRoom.copy();
    this.noLines = other.noLines;
    this.reachedOn = other.reachedOn;
    this.periods = other.periods;
    this.entered = other.entered;
    this.at = other.at;
    this.rates = other.rates;
  }

  /** Another fold in the same state, which goes its own way. */
  ReadingFold copy() {
    return new ReadingFold(this);
  }

  /**
   * Goes on with other caps that the position shows. Nothing may have happened on or after the day on which one of them begins that
   * was not watched before.
   */
  void watch(List<WatchedCap> caps) {
    if (!caps.equals(watched)) {
      for (WatchedCap before : watched) {
        if (!caps.contains(before)) {
          reachedOn = reachedOn.minus(before.index());
        }
      }
      watched = List.copyOf(caps);
    }
  }

  /** Goes on with what is known of indices now. It must be the same as before for the days through which interest has run. */
  void fix(FixedRates known) {
    if (known != rates) {
      settlement.fix(known::again);
      rates = known;
      ended = null;
    }
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
    Budget.step();
    Moment moment = happening.moment();
    if (moment.compareTo(at) <= 0) {
      throw new IllegalArgumentException("expected something after " + at + ", found " + happening);
    }
    if (moment.day().isAfter(at.day()) || happening instanceof Happening.Waived
        || happening instanceof Happening.Paid) {
      settlement.endAccruals();
    }
    at = moment;
    ended = null;
    switch (happening) {
      case Happening.Succeeds succeeds -> succeed(succeeds.succession());
      case Happening.Dated dated -> dated.claims().forEach(claim -> settlement.date(claim, dated.day()));
      case Happening.BroughtForward forward -> bringForward(forward);
      case Happening.CapBegins begins -> begin(begins.cap());
      case Happening.WindowBegins begins -> carry(begins, terms);
      case Happening.Accrual accrual -> accrue(accrual.line(), terms);
      case Happening.SumAccrues accrues -> accrue(accrues.sum(), terms);
      case Happening.Guaranteed guaranteed -> makeUpFor(guaranteed, terms);
      case Happening.Waived waived -> settlement.waive(waived.waiver(), waived.books());
      case Happening.Paid paid -> settlement.pay(paid.book(), paid.payment(), paid.amount());
    }
  }

  private void succeed(Succession succession) {
    settlement.succeed(succession.effectiveOn(), succession::of);
    PMap<Claim, WorkedPeriod> before = periods;
    periods = HashTreePMap.empty();
    before.forEach(
        (claim, worked) -> {
          Claim moved = claim.in(succession.of(claim.book()));
          periods = periods.plus(moved, period(moved).joined(worked));
        });
  }

  /** A cap that comes without room is reached at once. */
  private void begin(WatchedCap cap) {
    cap.counting()
        .flatMap(days -> capRoom.room(cap.terms(), days, settlement))
        .filter(room -> !room.isPositive() && !reachedOn.containsKey(cap.index()))
        .ifPresent(room -> reachedOn = reachedOn.plus(cap.index(), WatchedCap.Reached.at(cap.beginsOn())));
  }

  private void bringForward(Happening.BroughtForward forward) {
    Known<BroughtForward> balance = forward.balance();
    Money accrued = new Money(currency, balance.fact().accrued());
    enter(
        Claim.broughtForward(forward.book()),
        CappedLine.unlimited(new Origin.Balance(balance), balance.fact().on(), accrued),
        Optional.empty());
  }

  /** Before the day's other lines, within the room of the windows that begin. */
  private void carry(Happening.WindowBegins begins, Terms terms) {
    LocalDate day = begins.day();
    Revision revision = begins.revision();
    Clause.RevenueShare share = (Clause.RevenueShare) revision.clause();
    for (Origin.Carried carried : capCalculator.carriedInto(day)) {
      Limits limits = limits(revision, DateRange.of(day, day), terms);
      enter(
          terms.claimOf(share.book(), begins.period().orElseThrow(), day),
          capCalculator.carry(carried, day, limits.all()),
          limits.settledThen());
    }
  }

  private void accrue(Line line, Terms terms) {
    Gross gross = grossCalculator.gross(line);
    Limits limits = limits(line.revision(), line.days(), terms);
    CappedLine capped =
        capCalculator.apply(new Origin.Revenue(line, gross), line.days(), gross.amount(), limits.all());
    enter(terms.claimOf(line.share().book(), line.period(), line.days().last()), capped, limits.settledThen());
  }

  private void accrue(FixedSum sum, Terms terms) {
    enter(
        terms.claimOf(sum.payment().book(), sum.period(), sum.on()),
        CappedLine.unlimited(new Origin.Fixed(sum), sum.on(), sum.payment().amount()),
        Optional.empty());
  }

  private void makeUpFor(Happening.Guaranteed guaranteed, Terms terms) {
    Guarantee guarantee = guaranteed.guarantee();
    Money accrued = capRoom.accruedIn(guarantee.window());
    Optional<Money> shortfall = guarantee.shortfall(accrued);
    if (shortfall.isEmpty()) {
      return;
    }
    Origin origin = new Origin.Shortfall(guarantee, accrued);
    DateRange day = DateRange.of(guarantee.on(), guarantee.on());
    boolean isLimited = guarantee.minimum().countsTowardCap();
    Limits limits = isLimited ? limits(guarantee.revision(), day, terms) : Limits.NONE;
    CappedLine capped = capCalculator.apply(origin, day, shortfall.get(), limits.all());
    if (!isLimited) {
      capRoom.leaveOut(guarantee.on(), capped.accrued());
    }
    if (guarantee.minimum().recoupable()) {
      grossCalculator.advance(capped.accrued());
    }
    enter(
        terms.claimOf(guarantee.share().book(), guaranteed.period().orElseThrow(), guarantee.on()), capped,
        limits.settledThen());
  }

  /** The line is in: it counts, belongs to its period and grows, or lowers, the period's claim. */
  private void enter(Claim claim, CappedLine capped, Optional<Settlement> settledThen) {
    for (WatchedCap cap : watched) {
      if (!reachedOn.containsKey(cap.index())) {
        cap.reachedBy(capped)
            .or(() -> capRoom.filledBy(capped, cap, settlement))
            .ifPresent(day -> reachedOn = reachedOn.plus(cap.index(), new WatchedCap.Reached(day, entered)));
      }
    }
    capRoom.accrue(capped);
    periods = periods.plus(claim, period(claim).with(new WorkedLine(entered, capped, settledThen)));
    entered++;
    settlement.accrue(claim, capped.accrued(), capped.days().last());
  }

  /**
   * The caps that limit a line, as they stood for it.
   *
   * @param settledThen the settlement that caps on what is paid were held against, where that will be explained
   */
  private record Limits(List<CappedLine.Limit> all, Optional<Settlement> settledThen) {
    static final Limits NONE = new Limits(List.of(), Optional.empty());
  }

  private Limits limits(Revision revision, DateRange days, Terms of) {
    List<CapTerms> caps = of.capsOf(revision);
    boolean isAnyOnPaid = caps.stream().anyMatch(CapTerms::isOnPaid);
    Settlement asOf = isAnyOnPaid ? asOfLastDay(days, of) : settlement;
    List<CappedLine.Limit> limits = new ArrayList<>();
    for (int i = 0; i < caps.size(); i++) {
      CapTerms terms = caps.get(i);
      if (terms.limits(days.first())) {
        limits.add(capRoom.limit(i, terms, days, asOf));
      }
    }
    // Only an explanation looks at it, and each would keep a state of the settlement alive.
    return new Limits(limits, isAnyOnPaid && isExplained ? Optional.of(asOf) : Optional.empty());
  }

  /**
   * The settlement of the earlier lines alone as of the line's last day, to keep. Payments of that day move amounts from open to
   * counted and change no room; waivers of that day free room, so they are tried on the copy.
   */
  private Settlement asOfLastDay(DateRange days, Terms terms) {
    Settlement copy = settlement.copy();
    copy.endAccruals();
    terms.waiversOn(days.last()).forEach(waived -> copy.waive(waived.waiver(), waived.books()));
    return copy;
  }

  /** What counts toward a watched cap by now. */
  Money counted(WatchedCap cap) {
    return cap.counting()
        .map(days -> capRoom.counted(cap.terms(), days, settlement()))
        .orElse(Money.zero(currency));
  }

  /** What of all lines is open and uses room of the cap by now. */
  Money open(WatchedCap cap) {
    return capRoom.open(cap.terms(), settlement());
  }

  /** The day on which the cap was reached; empty while it has not been. */
  Optional<WatchedCap.Reached> reachedOn(WatchedCap cap) {
    return Optional.ofNullable(reachedOn.get(cap.index()));
  }

  /** What the lines of the period come to. */
  WorkedPeriod period(Claim claim) {
    WorkedPeriod found = periods.get(claim);
    return found == null ? noLines : found;
  }

  /** How claims stand by now, if nothing more accrues today: that may still come, so that the fold itself goes on from before. */
  Settlement settlement() {
    Settlement stands = ended;
    if (stands == null) {
      stands = settlement.copy();
      stands.endAccruals();
      ended = stands;
    }
    return stands;
  }

  /** Whether something was brought forward in the book. */
  boolean hasBroughtForward(Book book) {
    return periods.containsKey(Claim.broughtForward(book));
  }

  /** What the lines of all books come to, in the order in which they accrued. */
  List<WorkedLine> lines() {
    return periods.values().stream()
        .flatMap(period -> period.lines().stream())
        .sorted(Comparator.comparingInt(WorkedLine::number))
        .toList();
  }
}
