package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.UnknownInterest;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.ReportCoverage;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The position of one clause under which money accrues, under one reading, with the facts of one question. It makes the figures from a fold of these
 * facts.
 */
final class ClausePosition {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Reading reading;
  private final FixedRates rates;
  private final Currency currency;
  private final LocalDate agreementFrom;
  private final boolean hasBegun;
  private final List<WatchedCap> watched;
  private final ClauseSchedule schedule;
  private final Book governingBook;
  private final Map<Book, ClauseHistory> byBook = new HashMap<>();

  /** @param rates the rates of late interest, with what the facts know of indices */
  ClausePosition(FactsAsOf facts, ClauseHistory clause, Reading reading, FixedRates rates) {
    this.facts = facts;
    this.clause = clause;
    this.reading = reading;
    this.rates = rates;
    this.currency = facts.agreement().currency();
    this.agreementFrom = facts.agreement().effectiveOn();
    this.hasBegun = clause.hasBegunBy(facts.effectiveOn());
    this.watched = watchedCaps();
    this.schedule = new ClauseSchedule(facts, clause, rates);
    this.governingBook = schedule.bookOn(facts.effectiveOn());
  }

  Reading reading() {
    return reading;
  }

  FactsAsOf facts() {
    return facts;
  }

  ClauseHistory clause() {
    return clause;
  }

  FixedRates rates() {
    return rates;
  }

  List<WatchedCap> watched() {
    return watched;
  }

  /** Whether the clause has begun. Before that nothing has accrued, and what is paid ahead is credit (domain page, section 11). */
  boolean hasBegun() {
    return hasBegun;
  }

  /** Whether a rate of some revision is not disclosed. */
  boolean mayBeUndisclosed() {
    return clause.revisions().stream()
        .anyMatch(revision -> revision.clause() instanceof Clause.RevenueShare share && share.mayBeUndisclosed());
  }

  /** Whether a fold of the other can go on as a fold of this one: the terms are the same. */
  boolean isFollowOf(ClausePosition other) {
    return hasBegun == other.hasBegun && clause.equals(other.clause)
        && currency.equals(other.currency) && agreementFrom.equals(other.agreementFrom);
  }

  /** The moment from which a fold of the other must run again, because this one shows caps that the other did not. */
  Happening.Moment watchesOtherwiseFrom(ClausePosition other) {
    return watched.stream()
        .filter(cap -> !other.watched.contains(cap))
        .map(cap -> Happening.Moment.startOf(cap.beginsOn()))
        .reduce(Happening.Moment.NEVER, Happening.Moment::earlier);
  }

  ReadingFold newFold(UnknownInterest unknown, boolean isExplained) {
    return new ReadingFold(currency, watched, rates, unknown, isExplained);
  }

  /** The caps of every revision that is ever in force. */
  List<CapTerms> allCaps() {
    return Readings.allTerms(clause, reading, agreementFrom);
  }

  List<CapTerms> capsOf(Revision revision) {
    return Readings.terms(revision, reading, agreementFrom);
  }

  /** The position of the book that the fold comes to. */
  ReadPosition answer(ReadingFold fold, Book book, RowSums sums, List<PeriodRow> rows) {
    return new ReadPosition(
        book, reading, figures(fold, book, sums), book.equals(governingBook) ? caps(fold) : List.of(), rows);
  }

  private List<WatchedCap> watchedCaps() {
    Revision governing = clause.governing(facts.effectiveOn());
    List<CapTerms> terms = Readings.terms(governing, reading, agreementFrom);
    List<WatchedCap> caps = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      CapTerms cap = terms.get(i);
      Optional<DateRange> window =
          Readings.shownDay(cap, clause, facts.effectiveOn()).flatMap(cap::windowOf);
      LocalDate setOn = Readings.setOn(clause, governing, i, reading, agreementFrom);
      caps.add(WatchedCap.of(i, cap, window, setOn));
    }
    return caps;
  }

  /** As {@link ClauseSchedule#windowsBeginningFrom}. */
  List<Happening> windowsBeginningFrom(LocalDate from, Function<Revision, List<CapTerms>> capsOf) {
    return schedule.windowsBeginningFrom(from, capsOf);
  }

  /** As {@link ClauseSchedule#successionsFrom}. */
  List<Happening> successionsFrom(LocalDate from) {
    return schedule.successionsFrom(from);
  }

  /** How many successions are effective by the day of the question. */
  long succeeded() {
    return clause.succeededBy(facts.effectiveOn());
  }

  /** As {@link ClauseSchedule#moneyFrom}. */
  List<Happening> moneyFrom(Happening.Moment from) {
    return schedule.moneyFrom(from);
  }

  /** As {@link ClauseSchedule#claimOf}, on the day of the question. */
  Claim claimOf(Book book, Period period) {
    return claimOf(book, period, facts.effectiveOn());
  }

  /** As {@link ClauseSchedule#claimOf}. */
  Claim claimOf(Book book, Period period, LocalDate day) {
    return schedule.claimOf(book, period, day);
  }

  /** As {@link ClauseSchedule#datedFrom}. */
  List<Happening> datedFrom(LocalDate from, List<Happening> next) {
    return schedule.datedFrom(from, next);
  }

  /** As {@link ClauseSchedule#periodsReportedBetween}. */
  Set<Period> periodsReportedBetween(DateRange days) {
    return schedule.periodsReportedBetween(days);
  }

  /** As {@link ClauseSchedule#waiversFrom}. */
  Stream<Happening.Waived> waiversFrom(LocalDate from) {
    return schedule.waiversFrom(from);
  }

  /** The book in which the caps are shown: that of the revision in force, else last in force. */
  Book governingBook() {
    return governingBook;
  }

  /** The books that the position shows: the governing one, then those with anything in them, in the order of being named. */
  List<Book> books(Collection<Book> used) {
    Set<Book> shown = new LinkedHashSet<>();
    shown.add(governingBook);
    clause.booksOn(facts.effectiveOn()).stream().filter(used::contains).forEach(shown::add);
    shown.addAll(used);
    return List.copyOf(shown);
  }

  /** The revisions whose book has become that one. */
  private ClauseHistory of(Book book) {
    return byBook.computeIfAbsent(book, any -> clause.of(book, facts.effectiveOn()));
  }

  /** The periods begun in which the book has days. */
  SortedSet<Period> periodsOf(Book book) {
    return of(book).periodsBegunBy(facts.effectiveOn());
  }

  /** Whether the period is one of {@link #periodsOf}. */
  boolean hasBegun(Book book, Period period) {
    return of(book).hasBegun(period, facts.effectiveOn());
  }

  /** The claims of what was brought forward in the book and of every period begun. */
  List<Claim> claims(ReadingFold fold, Book book, BiFunction<Book, Period, Claim> claims) {
    Stream<Claim> ahead =
        fold.hasBroughtForward(book) ? Stream.of(Claim.broughtForward(book)) : Stream.empty();
    return Stream.concat(ahead, periodsOf(book).stream().map(period -> claims.apply(book, period))).toList();
  }

  /** Whether the period, or without one what was brought forward, is one of the book's {@link #claims}. */
  boolean has(Book book, Optional<Period> period, ReadingFold fold) {
    return period.map(begun -> hasBegun(book, begun)).orElseGet(() -> fold.hasBroughtForward(book));
  }

  /** The periods with a day of the range in which the book has days. */
  SortedSet<Period> periodsIn(Book book, DateRange range) {
    return of(book).periodsIn(range);
  }

  /** The row of a claim; the same object while its figures are the same. */
  CachedRow row(ClaimState stood, WorkedPeriod worked, Optional<CachedRow> before) {
    ClaimState state = stood.shownOn(facts.effectiveOn());
    PeriodStatus status = status(stood.claim(), state);
    PeriodRow row =
        before.filter(known -> known.isOf(state, worked, status))
            .map(CachedRow::row)
            .orElseGet(() -> row(state, worked, status));
    return new CachedRow(state, worked, status, row);
  }

  private PeriodRow row(ClaimState state, WorkedPeriod worked, PeriodStatus status) {
    Claim claim = state.claim();
    ClaimInterest.Unknown unknown = state.interest().unknown();
    Figures figures =
        base(claim, worked)
            .with(Figure.GROSS, worked.gross())
            .with(Figure.ACCRUED, state.accrued())
            .with(Figure.FORGONE, worked.forgone())
            .with(Figure.TO_CREDIT, state.credit())
            .with(Figure.SETTLED, ifKnown(!unknown.isGivenUp(), state.settled()))
            .with(Figure.WAIVED, ifKnown(!unknown.isGivenUp(), state.waived()))
            .with(Figure.OUTSTANDING, state.open())
            .with(Figure.INTEREST,
                ifKnown(!unknown.hasRun() && !unknown.isPaid() && !unknown.isWaived(), state.interestOpen()))
            .with(Figure.INTEREST_PAID, ifKnown(!unknown.isPaid(), state.interest().settled()))
            .with(Figure.INTEREST_WAIVED, ifKnown(!unknown.isWaived(), state.interest().waived()));
    return new PeriodRow(claim.name(), figures, claim.dueOn(), Optional.of(status));
  }

  private static Optional<Money> ifKnown(boolean isKnown, Money amount) {
    return isKnown ? Optional.of(amount) : Optional.empty();
  }

  /** What the shares of the claim were computed on. Fixed sums are computed on nothing. */
  private Figures base(Claim claim, WorkedPeriod worked) {
    return clause.isOfFixedSums()
        ? Figures.none()
        : Figures.none()
            .with(
                Figure.BASE,
                claim.period().map(period -> base(clause, period, worked.base(), currency))
                    .orElse(Money.zero(currency)));
  }

  /** How the claim stands on the day. */
  StandingClaim standing(ReadingFold fold, Claim claim) {
    return new StandingClaim(claim, fold.period(claim), fold.settlement().state(claim).shownOn(facts.effectiveOn()));
  }

  /**
   * The workings of the answer.
   *
   * @param position what the fold comes to
   * @param known the answer, which lacks what depends on interest that is not known
   */
  Workings workings(
      ReadingFold fold, BiFunction<Book, Period, Claim> claims, ReadPosition position, ReadPosition known) {
    List<Claim> all = claims(fold, position.book(), claims);
    List<Workings.Row> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      StandingClaim standing = standing(fold, all.get(i));
      rows.add(
          new Workings.Row(standing.claim(), standing.period(), standing.state(), position.periods().get(i)));
    }
    List<Workings.Cap> caps = new ArrayList<>();
    for (int i = 0; i < position.caps().size(); i++) {
      WatchedCap cap = watched.get(i);
      caps.add(new Workings.Cap(cap.terms(), cap.counting(), fold.reachedOn(cap).flatMap(WatchedCap.Reached::line),
          position.caps().get(i)));
    }
    return new Workings(position, known, rows, fold.lines(), caps, fold.settlement().copy());
  }

  /** The reported revenue of the period as it is shown, rounded by its last revision. */
  static Money base(ClauseHistory clause, Period period, BigFraction amount, Currency currency) {
    Clause.RevenueShare share =
        (Clause.RevenueShare) clause.lastInForceIn(period.days()).orElseThrow().clause();
    return share.rounding().round(amount, currency);
  }

  private PeriodStatus status(Claim claim, ClaimState state) {
    LocalDate day = facts.effectiveOn();
    Optional<DateRange> days = claim.period().map(Period::days);
    if (!clause.isOfFixedSums() && days.filter(period -> day.isBefore(period.last())).isPresent()) {
      return PeriodStatus.OPEN;
    }
    if (!state.accrued().isPositive()) {
      return days.flatMap(period -> ReportCoverage.firstUnreported(facts, of(claim.book()), period)).isPresent()
          ? PeriodStatus.UNREPORTED
          : PeriodStatus.NIL;
    }
    if (state.open().isZero()) {
      return PeriodStatus.SETTLED;
    }
    return claim
        .dueOn()
        .map(
            due -> day.isBefore(due)
                ? PeriodStatus.DUE_LATER
                : day.equals(due) ? PeriodStatus.DUE : PeriodStatus.OVERDUE)
        .orElse(PeriodStatus.UNDATED);
  }

  private static Figures figures(ReadingFold fold, Book book, RowSums sums) {
    return Figures.none()
        .with(Figure.GROSS, sums.of(Figure.GROSS))
        .with(Figure.ACCRUED, sums.of(Figure.ACCRUED))
        .with(Figure.FORGONE, sums.of(Figure.FORGONE))
        .with(Figure.PAID, fold.settlement().paid(book))
        .with(Figure.WAIVED, sums.of(Figure.WAIVED))
        .with(Figure.OUTSTANDING, sums.of(Figure.OUTSTANDING))
        .with(Figure.DUE, sums.of(Figure.DUE))
        .with(Figure.OVERDUE, sums.of(Figure.OVERDUE))
        .with(Figure.CREDIT, fold.settlement().credit(book))
        .with(Figure.INTEREST, sums.of(Figure.INTEREST))
        .with(Figure.INTEREST_PAID, sums.of(Figure.INTEREST_PAID))
        .with(Figure.INTEREST_WAIVED, sums.of(Figure.INTEREST_WAIVED));
  }

  /** The caps that are shown, as the fold leaves them. */
  List<CapPosition> caps(ReadingFold fold) {
    List<CapPosition> positions = new ArrayList<>();
    for (WatchedCap cap : watched) {
      Money counted = fold.counted(cap);
      Money amount = cap.terms().cap().amount();
      Figures figures = Figures.none().with(Figure.COUNTED, counted);
      if (amount == null) {
        positions.add(
            new CapPosition(cap.terms().cap(), withoutAmount(figures), Optional.empty()));
      } else {
        Money left = amount.minus(counted);
        Money open = cap.counting().isPresent() ? fold.open(cap) : Money.zero(currency);
        figures =
            figures
                .with(Figure.HEADROOM, left.atLeastZero())
                .with(Figure.OVERAGE, left.negated().atLeastZero())
                .with(Figure.ROOM, left.minus(open).atLeastZero());
        positions.add(new CapPosition(cap.terms().cap(), figures, fold.reachedOn(cap).map(WatchedCap.Reached::on)));
      }
    }
    return positions;
  }

  private static Figures withoutAmount(Figures figures) {
    return figures
        .undetermined(Figure.HEADROOM)
        .undetermined(Figure.OVERAGE)
        .undetermined(Figure.ROOM);
  }

}
