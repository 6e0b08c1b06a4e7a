package io.contract.ledger.why;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.UndisclosedWorkings;
import io.contract.ledger.share.Line;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains the position of a revenue share with a line that an undisclosed rate judges: what is known, and why the rest is not. */
final class UndisclosedExplanation implements ExplainedPosition {

  private final TermLeaves leaves;
  private final UndisclosedWorkings workings;

  /** The lines of each period, in order. */
  private final Map<Period, List<Line>> lines;

  UndisclosedExplanation(FactsAsOf facts, ClauseHistory clause, UndisclosedWorkings workings) {
    this.leaves = new TermLeaves(facts, clause);
    this.workings = workings;
    this.lines = workings.lines().stream().collect(Collectors.groupingBy(Line::period));
  }

  @Override
  public ReadPosition position() {
    return workings.position();
  }

  @Override
  public Explanation ofPosition(Figure figure) {
    return workings.position().figures().get(figure)
        .<Explanation>map(value -> Explanation.sum(figure.key(), "Σ payments", value, paid()))
        .orElseGet(() -> unknown(figure.key()));
  }

  private List<Explanation> paid() {
    return workings.paid().stream().map(payment -> leaves.paid(payment.sequence())).toList();
  }

  @Override
  public Explanation ofPeriod(int place, Figure figure) {
    UndisclosedWorkings.Row of = workings.rows().get(place);
    String name = figure.key() + " of " + of.row().period();
    return of.row().figures().get(figure)
        .map(value -> ClaimExplanation.base(leaves, name, of.claim().period(), amounts(of), value))
        .orElseGet(() -> unknown(name));
  }

  /** The amounts of the row's lines, each of which may rest on lines of its period in other books. */
  private List<Explanation> amounts(UndisclosedWorkings.Row row) {
    Set<LocalDate> own = row.lines().stream().map(line -> line.days().first()).collect(Collectors.toSet());
    GrossExplanation grosses = new GrossExplanation(leaves);
    List<Explanation> amounts = new ArrayList<>();
    for (Line line : row.claim().period().map(lines::get).orElse(List.of())) {
      Explanation amount = grosses.amount(line);
      if (own.contains(line.days().first())) {
        amounts.add(amount);
      }
    }
    return amounts;
  }

  @Override
  public Explanation dueOn(int place) {
    UndisclosedWorkings.Row of = workings.rows().get(place);
    return of.claim().period()
        .flatMap(period -> leaves.dueOn(of.claim().book(), period))
        .orElseGet(
            () -> Explanation.judged(
                "dueOn of " + of.row().period(), new Quantity.None(), "there is no due date", List.of()));
  }

  @Override
  public Explanation status(int place) {
    UndisclosedWorkings.Row of = workings.rows().get(place);
    String name = "status of " + of.row().period();
    return of.row().status()
        .<Explanation>map(
            status -> Explanation.judged(
                name, new Quantity.Word(status.slug()), ClaimExplanation.why(status),
                of.claim().period().stream()
                    .map(period -> Explanation.day("last day of " + period.name(), period.days().last()))
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

  /** A figure that follows from a rate that is not disclosed. */
  private Explanation unknown(String figure) {
    return Explanation.judged(
        figure,
        new Quantity.Undetermined(),
        "a line is judged by a rate that is not disclosed",
        List.of(leaves.rate(new Quantity.Undetermined(), workings.undisclosed())));
  }
}
