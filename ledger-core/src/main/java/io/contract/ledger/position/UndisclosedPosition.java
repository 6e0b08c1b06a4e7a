package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.LineCutter;
import io.contract.ledger.terms.ClauseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The position of a revenue share with a line that an undisclosed rate judges. Only what does not follow from the rate is known.
 */
final class UndisclosedPosition {

  private final ClausePosition asked;
  private final FactsAsOf facts;
  private final ClauseHistory clause;
  private final Currency currency;
  private final List<Line> cut;

  private UndisclosedPosition(ClausePosition asked, List<Line> cut) {
    this.asked = asked;
    this.facts = asked.facts();
    this.clause = asked.clause();
    this.currency = facts.agreement().currency();
    this.cut = cut;
  }

  /** The position of the clause; empty where a disclosed rate judges every line. */
  static Optional<UndisclosedPosition> of(ClausePosition asked) {
    if (!asked.mayBeUndisclosed()) {
      return Optional.empty();
    }
    List<Line> cut = LineCutter.cut(asked.facts(), asked.clause(), asked.allCaps());
    return cut.stream().anyMatch(line -> line.share().isUndisclosed())
        ? Optional.of(new UndisclosedPosition(asked, cut))
        : Optional.empty();
  }

  /** The figures. */
  ReadPosition position() {
    return position(rows());
  }

  /** The figures and what they were computed from. */
  UndisclosedWorkings workings() {
    List<UndisclosedWorkings.Row> rows = rows();
    return new UndisclosedWorkings(
        position(rows), rows, paid().map(Happening.Paid::payment).toList(),
        cut.stream().filter(line -> line.share().isUndisclosed()).findFirst().orElseThrow().revision());
  }

  private ReadPosition position(List<UndisclosedWorkings.Row> rows) {
    return new ReadPosition(
        asked.reading(), figures(), caps(asked.watched()), rows.stream().map(UndisclosedWorkings.Row::row).toList());
  }

  private List<UndisclosedWorkings.Row> rows() {
    Map<Period, List<Line>> lines = cut.stream().collect(Collectors.groupingBy(Line::period));
    List<UndisclosedWorkings.Row> rows = new ArrayList<>();
    if (asked.hasBegun() && !facts.broughtForwardOf(clause.id()).isEmpty()) {
      rows.add(row(Claim.BROUGHT_FORWARD, List.of(), Money.zero(currency), Optional.empty()));
    }
    for (Period period : clause.periodsBegunBy(facts.effectiveOn())) {
      List<Line> of = lines.getOrDefault(period, List.of());
      BigFraction amount = of.stream().map(Line::amount).reduce(BigFraction.ZERO, BigFraction::add);
      boolean isOpen = facts.effectiveOn().isBefore(period.days().last());
      rows.add(
          row(
              asked.claimOf(period), of, ClausePosition.base(clause, period, amount, currency),
              isOpen ? Optional.of(PeriodStatus.OPEN) : Optional.empty()));
    }
    return rows;
  }

  private static UndisclosedWorkings.Row row(
      Claim claim, List<Line> lines, Money base, Optional<PeriodStatus> status) {
    Figures figures = undetermined(Figure.OF_PERIOD).with(Figure.BASE, base);
    return new UndisclosedWorkings.Row(
        claim, lines, new PeriodRow(claim.name(), figures, claim.dueOn(), status));
  }

  private Figures figures() {
    return undetermined(Figure.OF_POSITION)
        .with(Figure.PAID, paid().map(Happening.Paid::amount).reduce(Money.zero(currency), Money::plus));
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

  private Stream<Happening.Paid> paid() {
    return asked.moneyFrom(Happening.Moment.BEGINNING).stream()
        .flatMap(money -> money instanceof Happening.Paid paid ? Stream.of(paid) : Stream.empty());
  }
}
