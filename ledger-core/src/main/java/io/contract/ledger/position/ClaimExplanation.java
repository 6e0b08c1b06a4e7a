package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.LateInterest;
import io.contract.ledger.payment.Settlement;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Explains the figures of one period (domain page, section 5). */
final class ClaimExplanation {

  private final TermLeaves leaves;
  private final LineExplanations lines;
  private final SettledParts parts;
  private final Settlement settlement;
  private final Map<Claim, Map<Figure, Explanation>> known = new HashMap<>();

  ClaimExplanation(TermLeaves leaves, LineExplanations lines, SettledParts parts, Settlement settlement) {
    this.leaves = leaves;
    this.lines = lines;
    this.parts = parts;
    this.settlement = settlement;
  }

  /** Each figure once, so that what rests on it shares it. */
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
    ClaimState state = row.state();
    String name = figure.key() + " of " + row.row().period();
    Money value = row.row().figures().get(figure).orElseThrow();
    return switch (figure) {
      case BASE -> base(name, row, value);
      case GROSS -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::gross));
      case ACCRUED -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::accrued));
      case FORGONE -> Explanation.sum(name, "Σ lines", value, of(row, LineExplanations.Explained::forgone));
      case SETTLED -> Explanation.sum(name, "Σ what settled it", value, parts.principal(state, settlement));
      case WAIVED -> Explanation.sum(name, "Σ waivers", value, parts.waived(state, settlement));
      case OUTSTANDING ->
        Explanation.agreed(
            Explanation.by(
                name, "accrued − settled − waived", Plain.DIFFERENCE,
                GrossExplanation.atLeastZero(of(row, Figure.ACCRUED)), of(row, Figure.SETTLED),
                of(row, Figure.WAIVED)),
            value);
      case INTEREST -> interest(name, row, value);
      case INTEREST_PAID -> Explanation.sum(name, "Σ payments of it", value, parts.interest(state, settlement));
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

  /** Reported revenue, rounded for showing. */
  static Explanation base(
      TermLeaves leaves, String name, Optional<Period> period, List<Explanation> amounts, Money value) {
    if (period.isEmpty() || amounts.isEmpty()) {
      return Explanation.sum(name, "nothing reported", value, List.of());
    }
    Clause.RevenueShare share = (Clause.RevenueShare) lastIn(leaves, period.get()).clause();
    return Explanation.agreed(
        Explanation.by(
            name,
            TermLeaves.words(share.rounding().mode()),
            new Arithmetic.Round(share.rounding().mode(), leaves.currency()),
            Explanation.by("revenue of " + period.get().name(), "Σ lines", Plain.SUM, amounts)),
        value);
  }

  /** A period keeps the terms of the last revision in force in it. */
  private static Revision lastIn(TermLeaves leaves, Period period) {
    return leaves.clause().lastInForceIn(period.days()).orElseThrow();
  }

  private Explanation interest(String name, Workings.Row row, Money value) {
    ClaimInterest interest = row.state().interest();
    Optional<LateInterest> rule = row.claim().interest();
    if (rule.isEmpty() || (interest.runs().isEmpty() && interest.fixed().isEmpty())) {
      return Explanation.sum(name, "none has run", value, List.of());
    }
    List<Explanation> run = new ArrayList<>();
    interest.fixed()
        .forEach(fixed -> run.add(rounded("interest by " + fixed.on(), fixed.runs(), row, rule.get())));
    if (!interest.runs().isEmpty()) {
      run.add(rounded("interest by " + interest.runsTo(), interest.runs(), row, rule.get()));
    }
    Explanation all = Explanation.by("interest of " + row.row().period(), "Σ", Plain.SUM, run);
    return Explanation.agreed(
        Explanation.by(
            name, "interest − settled of it", Plain.DIFFERENCE, all, of(row, Figure.INTEREST_PAID)),
        value);
  }

  private Explanation rounded(
      String name, List<ClaimInterest.Run> runs, Workings.Row row, LateInterest rule) {
    List<Explanation> exact = runs.stream().map(run -> run(run, row, rule)).toList();
    return Explanation.by(
        name,
        TermLeaves.words(rule.rounding().mode()),
        new Arithmetic.Round(rule.rounding().mode(), leaves.currency()),
        exact.size() == 1 ? exact.getFirst() : Explanation.by(name, "Σ runs", Plain.SUM, exact));
  }

  private Explanation run(ClaimInterest.Run run, Workings.Row row, LateInterest rule) {
    Explanation rate =
        leaves.attribute(
            "rate of late interest", Quantity.of(rule.rate()), "lateInterest",
            lastIn(leaves, row.claim().period().orElseThrow()));
    Explanation years = years(rule, rule.from(), run.through());
    if (!run.from().equals(rule.from())) {
      years =
          Explanation.by(
              "part of a year from " + run.from() + " to " + run.through(), "to then − to before", Plain.DIFFERENCE,
              years, years(rule, rule.from(), run.from()));
    }
    return Explanation.by(
        "interest from " + run.from() + " to " + run.through(),
        "principal × rate × part of a year",
        Plain.PRODUCT,
        principal(run, row, rule),
        rate,
        years);
  }

  private static Explanation years(LateInterest rule, LocalDate from, LocalDate to) {
    return new Explanation.Calendar(
        "part of a year from " + from + " to " + to + ", " + rule.dayCount().label(),
        new Quantity.Exact(rule.dayCount().years(from, to), 0));
  }

  /** What was open then. Where a later line has since freed what had settled it, it stands as it stood. */
  private Explanation principal(ClaimInterest.Run run, Workings.Row row, LateInterest rule) {
    LocalDate by = run.from().equals(rule.from()) ? DateRange.later(run.from(), rule.dueOn()) : run.from();
    List<Explanation> accrued =
        lines.of(row.period()).stream()
            .filter(line -> !line.worked().line().days().last().isAfter(by))
            .map(LineExplanations.Explained::accrued)
            .toList();
    List<Explanation> all = new ArrayList<>();
    all.add(
        GrossExplanation.atLeastZero(
            Explanation.by("accrued of " + row.row().period() + " by " + by, "Σ lines", Plain.SUM, accrued)));
    List<Allocation> settled = row.state().latestFirst().reversed();
    List<Explanation> explained = parts.principal(row.state(), settlement);
    for (int i = 0; i < settled.size(); i++) {
      if (!settled.get(i).on().isAfter(by)) {
        all.add(explained.get(i));
      }
    }
    List<ClaimState.GivenUp> given = row.state().waivers().reversed();
    List<Explanation> waived = parts.waived(row.state(), settlement);
    for (int i = 0; i < given.size(); i++) {
      if (!leaves.waivedOn(given.get(i).sequence()).isAfter(by)) {
        all.add(waived.get(i));
      }
    }
    String figure = "open of " + row.row().period() + " on " + by;
    Explanation principal = Explanation.by(figure, "accrued − settled − waived by then", Plain.DIFFERENCE, all);
    BigFraction then = run.principal().toFraction();
    return principal.value() instanceof Quantity.Exact(var found, var ignored) && found.equals(then)
        ? principal
        : new Explanation.Calendar(figure + ", as it then stood", Quantity.of(run.principal()));
  }

  /** When the period is due; empty where the clause has no due date. */
  static Optional<Explanation> dueOn(TermLeaves leaves, Period period) {
    Revision revision = lastIn(leaves, period);
    DueRule due = ((Clause.RevenueShare) revision.clause()).due();
    if (due == null) {
      return Optional.empty();
    }
    Explanation unadjusted =
        Explanation.by(
            "due date of " + period.name() + " before any roll", "last day + days", Plain.PLUS_DAYS,
            Explanation.day("last day of " + period.name(), period.days().last()),
            leaves.attribute("days of due", Quantity.of(due.days()), "due", revision));
    return Optional.of(
        Explanation.by(
            "dueOn of " + period.name(),
            "roll " + due.roll().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ", " + due.calendar(),
            new Arithmetic.Roll(due.roll(), due.calendar()),
            unadjusted));
  }

  /** How the period stands. */
  Explanation status(Workings.Row row) {
    PeriodStatus status = row.row().status().orElseThrow();
    List<Explanation> of = new ArrayList<>();
    row.claim().period().ifPresent(period -> of.add(Explanation.day("last day of " + period, period.days().last())));
    of.add(of(row, Figure.ACCRUED));
    of.add(of(row, Figure.OUTSTANDING));
    row.claim().period().flatMap(period -> dueOn(leaves, period)).ifPresent(of::add);
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
      case UNDATED -> "open, and the clause has no due date";
    };
  }
}
