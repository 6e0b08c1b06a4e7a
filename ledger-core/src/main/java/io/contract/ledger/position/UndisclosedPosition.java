package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.ClauseHistory;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** The position of a revenue share of which a line is judged by an undisclosed rate: only what does not follow from it is known. */
final class UndisclosedPosition {

  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final boolean hasBegun;
  private final Currency currency;

  UndisclosedPosition(FactsAsOf facts, ClauseHistory clause, boolean hasBegun) {
    this.facts = facts;
    this.clause = clause;
    this.hasBegun = hasBegun;
    this.currency = facts.agreement().currency();
  }

  /**
   * The position under that reading.
   *
   * @param cut all lines of the clause
   */
  ReadPosition of(Reading reading, List<WatchedCap> watched, List<Line> cut, Function<Period, Claim> claims) {
    return new ReadPosition(reading, figures(), caps(watched), rows(cut, claims));
  }

  private List<PeriodRow> rows(List<Line> cut, Function<Period, Claim> claims) {
    Map<Period, BigFraction> bases = bases(cut);
    List<PeriodRow> rows = new ArrayList<>();
    if (hasBegun && !facts.broughtForwardOf(clause.id()).isEmpty()) {
      rows.add(row(Claim.BROUGHT_FORWARD, Money.zero(currency), Optional.empty()));
    }
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      Money base = ClausePosition.base(clause, period, bases.getOrDefault(period, BigFraction.ZERO), currency);
      boolean isOpen = facts.effectiveOn().isBefore(period.days().last());
      rows.add(row(claims.apply(period), base, isOpen ? Optional.of(PeriodStatus.OPEN) : Optional.empty()));
    }
    return rows;
  }

  private static PeriodRow row(Claim claim, Money base, Optional<PeriodStatus> status) {
    Figures figures = undetermined(Figure.OF_PERIOD).with(Figure.BASE, base);
    return new PeriodRow(claim.name(), figures, claim.dueOn(), status);
  }

  private Figures figures() {
    return undetermined(Figure.OF_POSITION).with(Figure.PAID, paid());
  }

  private static Figures undetermined(List<Figure> all) {
    Figures figures = Figures.none();
    for (Figure figure : all) {
      figures = figures.undetermined(figure);
    }
    return figures;
  }

  private static List<CapPosition> caps(List<WatchedCap> watched) {
    return watched.stream()
        .map(
            cap -> new CapPosition(
                cap.terms().cap(),
                undetermined(Figure.OF_CAP),
                Optional.empty()))
        .toList();
  }

  private static Map<Period, BigFraction> bases(List<Line> cut) {
    Map<Period, BigFraction> bases = new HashMap<>();
    cut.forEach(line -> bases.merge(line.period(), line.amount(), BigFraction::add));
    return bases;
  }

  private Money paid() {
    return (hasBegun ? new ClauseSchedule(facts, clause).moneyFrom(Happening.Moment.BEGINNING) : List.<Happening>of())
        .stream()
        .flatMap(money -> money instanceof Happening.Paid paid ? Stream.of(paid.amount()) : Stream.empty())
        .reduce(Money.zero(currency), Money::plus);
  }
}
