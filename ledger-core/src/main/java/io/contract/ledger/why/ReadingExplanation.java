package io.contract.ledger.why;

import static java.util.function.Predicate.not;

import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.position.Workings;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Explains every figure of one clause under one reading, from its workings. */
final class ReadingExplanation implements ExplainedPosition {

  private final TermLeaves leaves;
  private final Workings workings;
  private final LocalDate day;
  private @Nullable Parts parts;

  ReadingExplanation(FactsAsOf facts, ClauseHistory clause, Workings workings) {
    this.leaves = new TermLeaves(facts, clause);
    this.workings = workings;
    this.day = facts.effectiveOn();
  }

  /**
   * The explanations of the whole reading. They are made only for a figure that rests on them, because each payment has several
   * nodes.
   */
  private record Parts(
      SettlementExplanation settlement, CapExplanation caps, LineExplanations lines, ClaimExplanation claims) {}

  private Parts parts() {
    Parts made = parts;
    if (made == null) {
      SettlementExplanation settlement = new SettlementExplanation(leaves, workings.settlement().movements());
      CapExplanation caps = new CapExplanation(leaves, settlement);
      LineExplanations lines = new LineExplanations(leaves, caps, workings);
      made = new Parts(settlement, caps, lines, new ClaimExplanation(leaves, lines, settlement));
      parts = made;
    }
    return made;
  }

  private CapExplanation caps() {
    return parts().caps();
  }

  private SettlementExplanation settlement() {
    return parts().settlement().whole();
  }

  private ClaimExplanation claims() {
    return parts().claims();
  }

  @Override
  public ReadPosition position() {
    return workings.known();
  }

  @Override
  public Explanation ofPosition(Figure figure) {
    String name = figure.key();
    Money value = position().figures().get(figure).orElse(null);
    if (value == null) {
      return unknown(name);
    }
    return switch (figure) {
      case GROSS, ACCRUED, FORGONE, WAIVED, OUTSTANDING, INTEREST, INTEREST_PAID, INTEREST_WAIVED ->
        Explanation.sum(name, "Σ periods", value, rows(figure, row -> true));
      case DUE ->
        Explanation.sum(name, "Σ periods due by " + day, value, rows(Figure.OUTSTANDING, row -> isDueBy(row, day)));
      case OVERDUE ->
        Explanation.sum(
            name, "Σ periods due before " + day, value,
            rows(Figure.OUTSTANDING, row -> isDueBy(row, day.minusDays(1))));
      case PAID -> Explanation.sum(name, "Σ payments", value, settlement().paid(position().book()));
      case CREDIT ->
        Explanation.sum(name, "Σ what is settled beyond what accrued", value, settlement().credit(position().book()));
      case BASE, TO_CREDIT, SETTLED, COUNTED, HEADROOM, OVERAGE, ROOM ->
        throw new IllegalArgumentException("expected a figure of a position, found " + figure);
    };
  }

  private List<Explanation> rows(Figure figure, Predicate<Workings.Row> which) {
    return workings.rows().stream().filter(which).map(row -> claims().of(row, figure)).toList();
  }

  private static boolean isDueBy(Workings.Row row, LocalDate day) {
    return row.row().dueOn().filter(not(due -> due.isAfter(day))).isPresent();
  }

  @Override
  public Explanation ofPeriod(int place, Figure figure) {
    PeriodRow row = position().periods().get(place);
    if (row.figures().names().contains(figure) && row.figures().get(figure).isEmpty()) {
      return figure == Figure.INTEREST && workings.rows().get(place).state().interest().unknown().hasRun()
          ? leaves.unfixed(workings.rows().get(place).claim())
          : unknown(figure.key() + " of " + row.period());
    }
    return claims().of(workings.rows().get(place), figure);
  }

  @Override
  public Explanation dueOn(int place) {
    Workings.Row row = workings.rows().get(place);
    return row.claim().period()
        .flatMap(period -> leaves.dueOn(row.claim().book(), period))
        .orElseGet(() -> noDueDate(row.row().period()));
  }

  private Explanation noDueDate(String period) {
    return Explanation.judged(
        "dueOn of " + period, new Quantity.None(), "there is no due date", List.of());
  }

  @Override
  public Explanation status(int place) {
    PeriodRow row = position().periods().get(place);
    if (row.status().isEmpty()) {
      return unknown("status of " + row.period());
    }
    return claims().status(workings.rows().get(place));
  }

  @Override
  public Explanation ofCap(int index, Figure figure) {
    Workings.Cap cap = workings.caps().get(index);
    Optional<Money> value = position().caps().get(index).figures().get(figure);
    if (value.isEmpty() && cap.position().figures().get(figure).isPresent()) {
      return unknown(figure.key());
    }
    Explanation counted = caps().counted(index, cap.terms(), cap.counting(), Optional.of(workings.settlement()), day);
    Money amount = cap.terms().cap().amount();
    if (figure == Figure.COUNTED) {
      return Explanation.agreed(counted, value.orElseThrow());
    }
    if (amount == null || value.isEmpty()) {
      return undisclosedAmount(index, figure.key());
    }
    Explanation stated = leaves.capAmount(index, amount, day);
    Explanation shown =
        switch (figure) {
          case HEADROOM ->
            Explanation.by(
                "headroom", "max(0, …)", Plain.AT_LEAST_ZERO,
                Explanation.by("amount − counted", "amount − counted", Plain.DIFFERENCE, stated, counted));
          case OVERAGE ->
            Explanation.by(
                "overage", "max(0, …)", Plain.AT_LEAST_ZERO,
                Explanation.by("counted − amount", "counted − amount", Plain.DIFFERENCE, counted, stated));
          case ROOM -> caps().roomShown(index, cap, workings.settlement(), day);
          case BASE, GROSS, ACCRUED, FORGONE, TO_CREDIT, PAID, SETTLED, WAIVED, OUTSTANDING, DUE, OVERDUE, CREDIT,
              INTEREST,
              INTEREST_PAID, INTEREST_WAIVED, COUNTED ->
            throw new IllegalArgumentException("expected a figure of a cap, found " + figure);
        };
    return Explanation.agreed(shown, value.get());
  }

  /** A figure that depends on interest that is not known. */
  private Explanation unknown(String figure) {
    return Explanation.judged(
        figure, new Quantity.Undetermined(), "it depends on interest that is not determined",
        workings.settlement().unknown().stream().map(leaves::unfixed).toList());
  }

  private Explanation undisclosedAmount(int index, String figure) {
    Revision revision = leaves.clause().governing(day);
    return Explanation.judged(
        figure,
        new Quantity.Undetermined(),
        "the amount is not disclosed",
        List.of(
            leaves.attribute(
                "amount of cap " + (index + 1), new Quantity.Undetermined(), TermLeaves.form(revision, "cap", "caps"),
                revision)));
  }

  @Override
  public Explanation reachedOn(int index) {
    Workings.Cap cap = workings.caps().get(index);
    if (cap.terms().cap().amount() == null) {
      return undisclosedAmount(index, "reachedOn");
    }
    if (!cap.position().reachedOn().equals(position().caps().get(index).reachedOn())) {
      return unknown("reachedOn");
    }
    Optional<LocalDate> reached = cap.position().reachedOn();
    if (reached.isEmpty()) {
      return Explanation.judged(
          "reachedOn", new Quantity.None(), "not reached by " + day,
          List.of(ofCap(index, Figure.ROOM)));
    }
    if (cap.filledBy().isPresent()) {
      return reachedBy(parts().lines().numbered(cap.filledBy().get()), reached.get(), cap);
    }
    return Explanation.by(
        "reachedOn", "the cap came without room", Plain.SAME,
        Explanation.day("first day of the cap", reached.get()));
  }

  private Explanation reachedBy(LineExplanations.Explained line, LocalDate reached, Workings.Cap cap) {
    CappedLine worked = line.worked().line();
    Explanation first = Explanation.day("first day of the line", worked.days().first());
    if (worked.days().days() == 1) {
      return Explanation.by("reachedOn", "on one day", Plain.SAME, first);
    }
    Explanation room = line.accrued();
    Explanation nth =
        Explanation.by(
            "day of the line", "⌈room × days ÷ gross⌉", Plain.CEILING,
            Explanation.by(
                "room × days ÷ gross", "room × days ÷ gross", Plain.PROPORTION, room,
                Explanation.days(worked.days()), line.gross()));
    Explanation after =
        Explanation.by(
            "days after the first", "less the first itself", Plain.DIFFERENCE, nth,
            new Explanation.Calendar("the first day", Quantity.of(1)));
    Explanation day = Explanation.by("reachedOn", "first day + days", Plain.PLUS_DAYS, first, after);
    if (!day.value().equals(new Quantity.Day(reached))) {
      throw new IllegalStateException(
          "expected cap " + cap.terms() + " reached on " + reached + ", found " + day.value().text());
    }
    return day;
  }
}
