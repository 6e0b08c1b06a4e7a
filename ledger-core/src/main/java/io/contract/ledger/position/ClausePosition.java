package io.contract.ledger.position;

import static java.util.function.Predicate.not;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.fact.KnownPayment;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.ReportCoverage;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** One revenue share under one reading, as it stands with the facts of one question: what a fold of them comes to. */
final class ClausePosition {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Reading reading;
  private final Currency currency;
  private final LocalDate agreementFrom;
  private final boolean hasBegun;
  private final List<WatchedCap> watched;

  /**
   * A row with what it was made of.
   *
   * @param base what it shows of its lines' amounts
   */
  record CachedRow(ClaimState claim, ReadingFold.Totals totals, Money base, PeriodStatus status, PeriodRow row) {}

  ClausePosition(FactsAsOf facts, ClauseHistory clause, Reading reading) {
    this.facts = facts;
    this.clause = clause;
    this.reading = reading;
    this.currency = facts.agreement().currency();
    this.agreementFrom = facts.agreement().effectiveOn();
    this.hasBegun = clause.firstDay().filter(first -> !first.isAfter(facts.effectiveOn())).isPresent();
    this.watched = watchedCaps();
  }

  FactsAsOf facts() {
    return facts;
  }

  ClauseHistory clause() {
    return clause;
  }

  List<WatchedCap> watched() {
    return watched;
  }

  /** Before a clause begins its position is all zeros (domain page, section 11), whatever was paid ahead. */
  boolean hasBegun() {
    return hasBegun;
  }

  /** Whether some revision does not say its rate. */
  boolean mayBeUndisclosed() {
    return clause.revisions().stream()
        .anyMatch(revision -> revision.clause() instanceof Clause.RevenueShare share && share.rate() == null);
  }

  /** Whether a fold of the other can go on as one of this: the same terms, and the same caps watched. */
  boolean isFollowOf(ClausePosition other) {
    return hasBegun == other.hasBegun && watched.equals(other.watched) && clause.equals(other.clause)
        && currency.equals(other.currency) && agreementFrom.equals(other.agreementFrom);
  }

  ReadingFold newFold() {
    return new ReadingFold(currency, watched);
  }

  /** The caps of every revision that ever governs. */
  List<CapTerms> allCaps() {
    return Readings.allTerms(clause, reading, agreementFrom);
  }

  List<CapTerms> capsOf(Revision revision) {
    return Readings.terms(revision, reading, agreementFrom);
  }

  /** What the fold comes to. */
  ReadPosition answer(ReadingFold fold, Function<Period, Claim> claims, Map<Period, CachedRow> before) {
    List<PeriodRow> rows = rows(fold, claims, before);
    return new ReadPosition(reading, figures(fold, rows), caps(fold), rows);
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

  /** A period keeps the due rule of the last revision in force in it (domain page, section 11). */
  Claim claimOf(Period period) {
    return new Claim(
        period,
        clause
            .lastInForceIn(period.days())
            .map(Revision::clause)
            .map(Clause.RevenueShare.class::cast)
            .flatMap(share -> Optional.ofNullable(share.due()))
            .map(due -> due.dueOn(period.days().last())));
  }

  private List<PeriodRow> rows(ReadingFold fold, Function<Period, Claim> claims, Map<Period, CachedRow> before) {
    List<PeriodRow> rows = new ArrayList<>();
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      ClaimState state = fold.settlement().state(claims.apply(period));
      ReadingFold.Totals totals = fold.totals(period);
      PeriodStatus status = status(state.claim(), state);
      CachedRow known = before.get(period);
      if (known == null || !known.status().equals(status) || !known.totals().equals(totals)
          || !known.claim().equals(state)) {
        known = row(state, totals, status);
        before.put(period, known);
      }
      rows.add(known.row());
    }
    return rows;
  }

  private CachedRow row(ClaimState state, ReadingFold.Totals totals, PeriodStatus status) {
    Money zero = Money.zero(currency);
    Money base = base(state.claim().period(), totals.base());
    Figures figures =
        Figures.none()
            .with(Figure.BASE, base)
            .with(Figure.GROSS, totals.gross())
            .with(Figure.ACCRUED, state.accrued())
            .with(Figure.FORGONE, totals.forgone())
            .with(Figure.SETTLED, state.settled())
            .with(Figure.WAIVED, state.waived())
            .with(Figure.OUTSTANDING, state.open())
            .with(Figure.INTEREST, zero)
            .with(Figure.INTEREST_PAID, zero);
    Claim claim = state.claim();
    PeriodRow row = new PeriodRow(claim.period().name(), figures, claim.dueOn(), Optional.of(status));
    return new CachedRow(state, totals, base, status, row);
  }

  private static Map<Period, BigFraction> bases(List<Line> cut) {
    Map<Period, BigFraction> bases = new HashMap<>();
    cut.forEach(line -> bases.merge(line.period(), line.amount(), BigFraction::add));
    return bases;
  }

  private Money base(Period period, BigFraction amount) {
    Clause.RevenueShare share =
        (Clause.RevenueShare) clause.lastInForceIn(period.days()).orElseThrow().clause();
    return share.rounding().round(amount, currency);
  }

  private PeriodStatus status(Claim claim, ClaimState state) {
    LocalDate day = facts.effectiveOn();
    if (day.isBefore(claim.period().days().last())) {
      return PeriodStatus.OPEN;
    }
    if (!state.accrued().isPositive()) {
      return ReportCoverage.firstUnreported(facts, clause, claim.period().days()).isPresent()
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

  private Figures figures(ReadingFold fold, List<PeriodRow> rows) {
    LocalDate day = facts.effectiveOn();
    return Figures.none()
        .with(Figure.GROSS, sum(rows, Figure.GROSS))
        .with(Figure.ACCRUED, sum(rows, Figure.ACCRUED))
        .with(Figure.FORGONE, sum(rows, Figure.FORGONE))
        .with(Figure.PAID, fold.settlement().paid())
        .with(Figure.WAIVED, sum(rows, Figure.WAIVED))
        .with(Figure.OUTSTANDING, sum(rows, Figure.OUTSTANDING))
        .with(Figure.DUE, sum(dueBy(rows, day), Figure.OUTSTANDING))
        .with(Figure.OVERDUE, sum(dueBy(rows, day.minusDays(1)), Figure.OUTSTANDING))
        .with(Figure.CREDIT, fold.settlement().credit())
        .with(Figure.INTEREST, sum(rows, Figure.INTEREST))
        .with(Figure.INTEREST_PAID, sum(rows, Figure.INTEREST_PAID));
  }

  private static List<PeriodRow> dueBy(List<PeriodRow> rows, LocalDate day) {
    return rows.stream()
        .filter(row -> row.dueOn().filter(not(due -> due.isAfter(day))).isPresent())
        .toList();
  }

  private Money sum(List<PeriodRow> rows, Figure figure) {
    return rows.stream()
        .map(row -> row.figures().get(figure).orElseThrow())
        .reduce(Money.zero(currency), Money::plus);
  }

  private Money paid() {
    return (hasBegun ? facts.paymentsOn(clause.id()) : Stream.<KnownPayment>empty())
        .map(payment -> new Money(currency, payment.payment().fact().settles()))
        .reduce(Money.zero(currency), Money::plus);
  }

  private List<CapPosition> caps(ReadingFold fold) {
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
        positions.add(new CapPosition(cap.terms().cap(), figures, fold.reachedOn(cap)));
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

  /** Once a line is judged by an undisclosed rate, only what does not follow from it is known. */
  ReadPosition undisclosed(List<Line> cut, Function<Period, Claim> claims) {
    Map<Period, BigFraction> bases = bases(cut);
    List<PeriodRow> rows = new ArrayList<>();
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      Figures figures = Figures.none().with(Figure.BASE, base(period, bases.getOrDefault(period, BigFraction.ZERO)));
      for (Figure figure : List.of(
          Figure.GROSS,
          Figure.ACCRUED,
          Figure.FORGONE,
          Figure.SETTLED,
          Figure.WAIVED,
          Figure.OUTSTANDING,
          Figure.INTEREST,
          Figure.INTEREST_PAID)) {
        figures = figures.undetermined(figure);
      }
      Optional<PeriodStatus> status =
          facts.effectiveOn().isBefore(period.days().last())
              ? Optional.of(PeriodStatus.OPEN)
              : Optional.empty();
      rows.add(new PeriodRow(period.name(), figures, claims.apply(period).dueOn(), status));
    }
    Figures figures = Figures.none().with(Figure.PAID, paid());
    for (Figure figure : List.of(
        Figure.GROSS,
        Figure.ACCRUED,
        Figure.FORGONE,
        Figure.WAIVED,
        Figure.OUTSTANDING,
        Figure.DUE,
        Figure.OVERDUE,
        Figure.CREDIT,
        Figure.INTEREST,
        Figure.INTEREST_PAID)) {
      figures = figures.undetermined(figure);
    }
    List<CapPosition> caps =
        watched.stream()
            .map(
                cap -> new CapPosition(
                    cap.terms().cap(),
                    withoutAmount(Figures.none().undetermined(Figure.COUNTED)),
                    Optional.empty()))
            .toList();
    return new ReadPosition(reading, figures, caps, rows);
  }
}
