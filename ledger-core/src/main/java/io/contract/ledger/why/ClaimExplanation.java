package io.contract.ledger.why;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.PeriodStatus;
import io.contract.ledger.position.Workings;
import io.contract.ledger.terms.Clause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains the figures of one period (domain page, section 5). */
final class ClaimExplanation {

  private final TermLeaves leaves;
  private final LineExplanations lines;
  private final SettlementExplanation settlement;
  private final Map<Claim, Map<Figure, Explanation>> known = new HashMap<>();

  ClaimExplanation(TermLeaves leaves, LineExplanations lines, SettlementExplanation settlement) {
    this.leaves = leaves;
    this.lines = lines;
    this.settlement = settlement;
  }

  /** The explanation of a figure of the row. Each is made once, so that what rests on it shares it. */
  Explanation of(Workings.Row row, Figure figure) {
    Map<Figure, Explanation> of = known.computeIfAbsent(row.claim(), any -> new EnumMap<>(Figure.class));
    Explanation found = of.get(figure);
    if (found == null) {
      found = explain(row, figure);
      of.put(figure, found);
    }
    return found;
  }

  private Explanation explain(Workings.Row row, Figure figure) {
    String name = figure.key() + " of " + row.row().period();
    if (!row.row().figures().names().contains(figure)) {
      return Explanation.judged(name, new Quantity.None(), "a fixed sum is computed on no revenue", List.of());
    }
    Money value = row.row().figures().get(figure).orElseThrow();
    return switch (figure) {
      case BASE -> base(name, row, value);
      case GROSS -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::gross));
      case ACCRUED -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::accrued));
      case FORGONE -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::forgone));
      case TO_CREDIT -> Explanation.agreed(settlement.whole().claim(row.claim()).credit().named(name), value);
      case SETTLED -> Explanation.sum(name, "Σ what settled it", value, settlement.whole().claim(row.claim()).parts());
      case WAIVED -> Explanation.sum(name, "Σ waivers", value, settlement.whole().claim(row.claim()).waivers());
      case OUTSTANDING ->
        Explanation.agreed(
            Explanation.by(
                name, "accrued − settled − waived", Plain.DIFFERENCE,
                settlement.whole().claim(row.claim()).withCredit(of(row, Figure.ACCRUED), of(row, Figure.TO_CREDIT)),
                of(row, Figure.SETTLED),
                of(row, Figure.WAIVED)),
            value);
      case INTEREST -> interest(name, row, value);
      case INTEREST_PAID ->
        Explanation.sum(name, "Σ payments of it", value, settlement.whole().claim(row.claim()).interest());
      case INTEREST_WAIVED ->
        Explanation.sum(name, "Σ waivers of it", value, settlement.whole().claim(row.claim()).interestWaivers());
      case PAID, DUE, OVERDUE, CREDIT, COUNTED, HEADROOM, OVERAGE, ROOM ->
        throw new IllegalArgumentException("expected a figure of a period, found " + figure);
    };
  }

  private List<Explanation> of(
      Workings.Row row, java.util.function.Function<LineExplanations.Explained, Explanation> what) {
    return lines.of(row.period()).stream().map(what).toList();
  }

  private Explanation base(String name, Workings.Row row, Money value) {
    List<Explanation> amounts =
        lines.of(row.period()).stream().flatMap(line -> line.amount().stream()).toList();
    return base(leaves, name, row.claim().period(), amounts, value);
  }

  /** The reported revenue of a period, rounded for showing. */
  static Explanation base(
      TermLeaves leaves, String name, Optional<Period> period, List<Explanation> amounts, Money value) {
    if (period.isEmpty() || amounts.isEmpty()) {
      return Explanation.sum(name, "nothing reported", value, List.of());
    }
    Clause.RevenueShare share = (Clause.RevenueShare) leaves.lastIn(period.get()).clause();
    return Explanation.agreed(
        Explanation.by(
            name,
            TermLeaves.words(share.rounding().mode()),
            new Arithmetic.Round(share.rounding().mode(), leaves.currency()),
            Explanation.by("revenue of " + period.get().name(), "Σ lines", Plain.SUM, amounts)),
        value);
  }

  private Explanation interest(String name, Workings.Row row, Money value) {
    ClaimInterest interest = row.state().interest();
    if (interest.runs().isEmpty() && interest.fixed().isEmpty()) {
      return Explanation.sum(name, "none has run", value, List.of());
    }
    return Explanation.agreed(
        Explanation.by(
            name, "interest − settled and waived of it", Plain.DIFFERENCE,
            settlement.whole().interest().run(row.claim(), interest), of(row, Figure.INTEREST_PAID),
            of(row, Figure.INTEREST_WAIVED)),
        value);
  }

  /** The status of the period. */
  Explanation status(Workings.Row row) {
    PeriodStatus status = row.row().status().orElseThrow();
    List<Explanation> of = new ArrayList<>();
    row.claim().period().filter(any -> !leaves.clause().isOfFixedSums())
        .ifPresent(period -> of.add(Explanation.day("last day of " + period, period.days().last())));
    of.add(of(row, Figure.ACCRUED));
    of.add(of(row, Figure.OUTSTANDING));
    row.claim().period().flatMap(period -> leaves.dueOn(row.claim().book(), period)).ifPresent(of::add);
    return Explanation.judged(
        "status of " + row.row().period(), new Quantity.Word(status.slug()), why(status), of);
  }

  static String why(PeriodStatus status) {
    return switch (status) {
      case OPEN -> "its last day is still to come";
      case UNREPORTED -> "ended, nothing positive accrued, and a day has no report";
      case NIL -> "nothing positive accrued";
      case SETTLED -> "nothing is open";
      case DUE_LATER -> "open, and the due date is still to come";
      case DUE -> "open, and the due date is today";
      case OVERDUE -> "open, and the due date has passed";
      case UNDATED -> "open, and it has no due date, or none yet";
    };
  }
}
