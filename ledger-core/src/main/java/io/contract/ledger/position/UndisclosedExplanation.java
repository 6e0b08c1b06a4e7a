package io.contract.ledger.position;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains the position of a revenue share of which a line is judged by an undisclosed rate: what is known, and why the rest is not. */
final class UndisclosedExplanation implements ExplainedPosition {

  private final TermLeaves leaves;
  private final ReadPosition position;
  private final List<Line> cut;
  private final boolean hasBegun;

  /**
   * An explanation of that position.
   *
   * @param cut all lines of the clause
   */
  UndisclosedExplanation(
      FactsAsOf facts, ClauseHistory clause, ReadPosition position, List<Line> cut, boolean hasBegun) {
    this.leaves = new TermLeaves(facts, clause);
    this.position = position;
    this.cut = cut;
    this.hasBegun = hasBegun;
  }

  @Override
  public ReadPosition position() {
    return position;
  }

  @Override
  public Explanation ofPosition(Figure figure) {
    return position.figures().get(figure)
        .<Explanation>map(value -> Explanation.sum(figure.key(), "Σ payments", value, paid()))
        .orElseGet(() -> unknown(figure.key()));
  }

  private List<Explanation> paid() {
    ClauseSchedule schedule = new ClauseSchedule(leaves.facts(), leaves.clause());
    return (hasBegun ? schedule.moneyFrom(Happening.Moment.BEGINNING) : List.<Happening>of())
        .stream()
        .flatMap(
            money -> money instanceof Happening.Paid paid
                ? Stream.of(leaves.paid(paid.payment().sequence()))
                : Stream.empty())
        .toList();
  }

  @Override
  public Explanation ofPeriod(int place, Figure figure) {
    PeriodRow row = position.periods().get(place);
    String name = figure.key() + " of " + row.period();
    GrossExplanation grosses = new GrossExplanation(leaves);
    return row.figures().get(figure)
        .map(
            value -> ClaimExplanation.base(
                leaves, name, period(row),
                cut.stream()
                    .filter(line -> Optional.of(line.period()).equals(period(row)))
                    .map(grosses::amount)
                    .toList(),
                value))
        .orElseGet(() -> unknown(name));
  }

  /** Empty of what was brought forward. */
  private Optional<Period> period(PeriodRow row) {
    return leaves.clause().periodsBegunBy(leaves.facts().effectiveOn()).stream()
        .filter(period -> period.name().equals(row.period()))
        .findFirst();
  }

  @Override
  public Explanation dueOn(int place) {
    PeriodRow row = position.periods().get(place);
    return period(row)
        .flatMap(period -> ClaimExplanation.dueOn(leaves, period))
        .orElseGet(
            () -> Explanation.judged(
                "dueOn of " + row.period(), new Quantity.None(), "there is no due date", List.of()));
  }

  @Override
  public Explanation status(int place) {
    PeriodRow row = position.periods().get(place);
    String name = "status of " + row.period();
    return row.status()
        .<Explanation>map(
            status -> Explanation.judged(
                name, new Quantity.Word(status.slug()), ClaimExplanation.why(status),
                period(row).stream()
                    .map(period -> Explanation.day("last day of " + row.period(), period.days().last()))
                    .toList()))
        .orElseGet(() -> unknown(name));
  }

  @Override
  public Explanation ofCap(int index, Figure figure) {
    return unknown(figure.key());
  }

  @Override
  public Explanation reachedOn(int index) {
    return unknown("reachedOn");
  }

  /** It follows from a rate that nobody says. */
  private Explanation unknown(String figure) {
    Revision undisclosed =
        cut.stream().filter(line -> line.share().isUndisclosed()).map(Line::revision).findFirst().orElseThrow();
    return Explanation.judged(
        figure,
        new Quantity.Undetermined(),
        "a line is judged by a rate that is not disclosed",
        List.of(leaves.attribute("rate", new Quantity.Undetermined(), "rate", undisclosed)));
  }
}
