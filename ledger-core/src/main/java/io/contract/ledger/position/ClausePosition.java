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
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.share.ReportCoverage;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Computes the position of one revenue share under one reading. */
final class ClausePosition {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Reading reading;
  private final Currency currency;
  private final LocalDate agreementFrom;
  private final List<KnownPayment> payments;
  private final Map<Period, Claim> claims = new HashMap<>();

  ClausePosition(FactsAsOf facts, ClauseHistory clause, Reading reading) {
    this.facts = facts;
    this.clause = clause;
    this.reading = reading;
    this.currency = facts.agreement().currency();
    this.agreementFrom = facts.agreement().effectiveOn();
    // Before a clause begins its position is all zeros (domain page, section 11), whatever was paid ahead.
    this.payments = hasBegun() ? facts.paymentsOn(clause.id()).toList() : List.of();
  }

  private boolean hasBegun() {
    return clause.firstDay().filter(first -> !first.isAfter(facts.effectiveOn())).isPresent();
  }

  ReadPosition compute() {
    List<Line> cut =
        LineCutter.cut(facts, clause, Readings.allTerms(clause, reading, agreementFrom));
    List<WatchedCap> watched = watchedCaps();
    if (cut.stream().anyMatch(line -> line.share().rate() == null)) {
      return undisclosed(cut, watched);
    }
    IdentityHashMap<Revision, List<CapTerms>> capsOf = new IdentityHashMap<>();
    ReadingFold fold =
        new ReadingFold(
            currency,
            revision -> capsOf.computeIfAbsent(
                revision, any -> Readings.terms(any, reading, agreementFrom)),
            this::claimOf,
            watched);
    fold.run(facts.effectiveOn(), cut, facts.waiversOf(clause.id()), payments);
    List<PeriodRow> rows = rows(fold, cut);
    return new ReadPosition(reading, figures(fold, rows), caps(fold, watched), rows);
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
      caps.add(new WatchedCap(i, cap, window, setOn));
    }
    return caps;
  }

  /** A period keeps the due rule of the last revision in force in it (domain page, section 11). */
  private Claim claimOf(Period period) {
    return claims.computeIfAbsent(
        period,
        any -> new Claim(
            any,
            clause
                .lastInForceIn(any.days())
                .map(Revision::clause)
                .map(Clause.RevenueShare.class::cast)
                .flatMap(share -> Optional.ofNullable(share.due()))
                .map(due -> due.dueOn(any.days().last()))));
  }

  private List<PeriodRow> rows(ReadingFold fold, List<Line> cut) {
    Map<Period, BigFraction> bases = bases(cut);
    Map<Period, Money> gross = new HashMap<>();
    Map<Period, Money> forgone = new HashMap<>();
    for (CappedLine line : fold.lines()) {
      gross.merge(line.line().period(), line.gross(), Money::plus);
      forgone.merge(line.line().period(), line.forgone(), Money::plus);
    }
    Money zero = Money.zero(currency);
    List<PeriodRow> rows = new ArrayList<>();
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      Claim claim = claimOf(period);
      ClaimState state = fold.settlement().state(claim);
      Figures figures =
          Figures.none()
              .with(Figure.BASE, base(period, bases))
              .with(Figure.GROSS, gross.getOrDefault(period, zero))
              .with(Figure.ACCRUED, state.accrued())
              .with(Figure.FORGONE, forgone.getOrDefault(period, zero))
              .with(Figure.SETTLED, state.settled())
              .with(Figure.WAIVED, state.waived())
              .with(Figure.OUTSTANDING, state.open())
              .with(Figure.INTEREST, zero)
              .with(Figure.INTEREST_PAID, zero);
      rows.add(
          new PeriodRow(
              period.name(), figures, claim.dueOn(), Optional.of(status(claim, state))));
    }
    return rows;
  }

  private static Map<Period, BigFraction> bases(List<Line> cut) {
    Map<Period, BigFraction> bases = new HashMap<>();
    cut.forEach(line -> bases.merge(line.period(), line.amount(), BigFraction::add));
    return bases;
  }

  private Money base(Period period, Map<Period, BigFraction> bases) {
    Clause.RevenueShare share =
        (Clause.RevenueShare) clause.lastInForceIn(period.days()).orElseThrow().clause();
    return share.rounding().round(bases.getOrDefault(period, BigFraction.ZERO), currency);
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
        .with(Figure.PAID, paid())
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
    return payments.stream()
        .map(payment -> new Money(currency, payment.payment().fact().settles()))
        .reduce(Money.zero(currency), Money::plus);
  }

  private List<CapPosition> caps(ReadingFold fold, List<WatchedCap> watched) {
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
        positions.add(new CapPosition(cap.terms().cap(), figures, cap.reachedOn()));
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
  private ReadPosition undisclosed(List<Line> cut, List<WatchedCap> watched) {
    Map<Period, BigFraction> bases = bases(cut);
    List<PeriodRow> rows = new ArrayList<>();
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      Figures figures = Figures.none().with(Figure.BASE, base(period, bases));
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
      rows.add(new PeriodRow(period.name(), figures, claimOf(period).dueOn(), status));
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
