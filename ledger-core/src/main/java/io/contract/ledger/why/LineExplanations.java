package io.contract.ledger.why;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.position.WorkedPeriod;
import io.contract.ledger.position.Workings;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Guarantee;
import io.contract.ledger.share.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains every line of a clause under one reading, in the order in which they accrued. Each rests on those before it. */
final class LineExplanations {

  private final TermLeaves leaves;
  private final GrossExplanation grosses;
  private final CapExplanation caps;
  private final Map<Integer, Explained> byNumber = new HashMap<>();

  /**
   * A line with its explanations.
   *
   * @param amount the revenue; empty for a line that is not from revenue
   */
  record Explained(
      WorkedLine worked, Optional<Explanation> amount, Explanation gross, Explanation accrued, Explanation forgone) {}

  LineExplanations(TermLeaves leaves, CapExplanation caps, Workings workings) {
    this.leaves = leaves;
    this.grosses = new GrossExplanation(leaves);
    this.caps = caps;
    workings.lines().forEach(line -> byNumber.put(line.number(), explained(line)));
  }

  /** The lines of a period, in order. */
  List<Explained> of(WorkedPeriod period) {
    return period.lines().stream()
        .map(line -> java.util.Objects.requireNonNull(byNumber.get(line.number())))
        .toList();
  }

  Explained numbered(int number) {
    return java.util.Objects.requireNonNull(byNumber.get(number));
  }

  private Explained explained(WorkedLine worked) {
    CappedLine line = worked.line();
    Optional<Explanation> amount =
        line.origin() instanceof Origin.Revenue(var revenue, _)
            ? Optional.of(grosses.amount(revenue))
            : Optional.empty();
    Explanation gross = Explanation.agreed(gross(line, amount), line.gross());
    String name = name(line);
    Explanation accrued =
        Explanation.agreed(
            line.origin() instanceof Origin.Balance || line.origin() instanceof Origin.Fixed ? gross
                : caps.accrued("accrued of " + name, worked, gross),
            line.accrued());
    Explanation forgone =
        Explanation.by("forgone of " + name, "gross − accrued", Plain.DIFFERENCE, gross, accrued);
    caps.enter(line, accrued);
    if (line.origin() instanceof Origin.Shortfall(var guarantee, _) && guarantee.minimum().recoupable()) {
      grosses.advance(accrued);
    }
    return new Explained(worked, amount, gross, accrued, Explanation.agreed(forgone, line.forgone()));
  }

  private Explanation gross(CappedLine line, Optional<Explanation> amount) {
    return switch (line.origin()) {
      case Origin.Revenue(var revenue, var gross) -> grosses.gross(revenue, amount.orElseThrow(), gross);
      case Origin.Shortfall(var guarantee, var accrued) -> shortfall(guarantee, accrued);
      case Origin.Fixed(var sum) ->
        leaves.attribute(
            "amount accrued on " + sum.on(), Quantity.of(sum.payment().amount()), "amount", sum.revision());
      case Origin.Carried _ -> leaves.nothing("gross of what is carried");
      case Origin.Balance(Known<BroughtForward> balance) ->
        new Explanation.Event(
            "accrued by " + balance.fact().on() + ", brought forward",
            Quantity.of(new Money(leaves.currency(), balance.fact().accrued())),
            balance.sequence());
    };
  }

  private Explanation shortfall(Guarantee guarantee, Money recorded) {
    Explanation accrued = Explanation.agreed(caps.accruedIn(guarantee.window()), recorded);
    Explanation stated =
        leaves.attribute(
            "minimum", Quantity.of(guarantee.minimum().amount()),
            TermLeaves.form(guarantee.revision(), "minimum", "minimums"), guarantee.on());
    DateRange window = guarantee.window();
    DateRange whole = guarantee.whole();
    boolean isPart = guarantee.minimum().prorate() && guarantee.days() < whole.days();
    Explanation minimum =
        isPart
            ? Explanation.by(
                "minimum, prorated",
                TermLeaves.words(guarantee.share().rounding().mode()),
                new Arithmetic.Round(guarantee.share().rounding().mode(), leaves.currency()),
                Explanation.by(
                    "minimum, prorated",
                    guarantee.days() + " of " + whole.days() + " days",
                    Plain.PROPORTION,
                    stated,
                    new Explanation.Calendar("days of the clause in " + window, Quantity.of(guarantee.days())),
                    Explanation.days(whole)))
            : stated;
    return Explanation.by(
        "shortfall of " + window, "minimum − accrued", Plain.DIFFERENCE,
        Explanation.agreed(minimum, guarantee.amount()), accrued);
  }

  private static String name(CappedLine line) {
    return switch (line.origin()) {
      case Origin.Revenue _ -> TermLeaves.words(line.days());
      case Origin.Shortfall(var guarantee, _) -> "the shortfall of " + guarantee.window();
      case Origin.Fixed(var sum) -> "the sum of " + sum.on();
      case Origin.Carried(var window, _) -> "what " + TermLeaves.words(window) + " cut off, carried";
      case Origin.Balance(var balance) -> "the balance of " + balance.fact().on();
    };
  }
}
