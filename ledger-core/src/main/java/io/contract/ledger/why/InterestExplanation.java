package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.payment.LateInterest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Explains late interest (domain page, section 5, step 5): runs of days, each on one principal, rounded together when settled. */
final class InterestExplanation {

  private final TermLeaves leaves;
  private final BiFunction<Claim, ClaimInterest.Run, Explanation> principal;
  private final IdentityHashMap<List<ClaimInterest.Run>, Explanation> rounded = new IdentityHashMap<>();
  private final IdentityHashMap<ClaimInterest.Run, Explanation> runs = new IdentityHashMap<>();

  private final Map<Claim, Fixed> fixedOf = new HashMap<>();

  /** The sum of the first {@code count} pieces that are rounded. */
  private record Fixed(int count, Explanation sum) {}

  /**
   * Creates one for the claims of a clause.
   *
   * @param principal the principal of a claim on which a run's interest runs
   */
  InterestExplanation(TermLeaves leaves, BiFunction<Claim, ClaimInterest.Run, Explanation> principal) {
    this.leaves = leaves;
    this.principal = principal;
  }

  /** The claim is another one from now on, because books became one: what was rounded of its interest is summed anew. */
  void anew(Claim claim) {
    fixedOf.remove(claim);
  }

  /** The part of the interest that is not settled. */
  Explanation open(Claim claim, ClaimInterest interest, Explanation settled) {
    return Explanation.by(
        "interest open of " + claim.name(), "interest − settled of it", Plain.DIFFERENCE, run(claim, interest),
        settled);
  }

  /** All interest that has run, settled or not. */
  Explanation run(Claim claim, ClaimInterest interest) {
    LateInterest rule = claim.interest().orElseThrow();
    String figure = "interest of " + claim.name();
    Explanation sum = fixed(figure, claim, interest, rule);
    return interest.runs().isEmpty()
        ? sum
        : RunningSums.more(
            figure, sum, rounded("interest by " + interest.runsTo(), interest.runs(), claim, rule));
  }

  /** The interest that is rounded. It only grows, so that the earlier sum goes on. */
  private Explanation fixed(String figure, Claim claim, ClaimInterest interest, LateInterest rule) {
    Fixed before = fixedOf.getOrDefault(claim, new Fixed(0, leaves.nothing(figure)));
    Explanation sum = before.sum();
    // By place, because a part of a persistent list costs as much as all of it.
    for (int i = before.count(); i < interest.fixed().size(); i++) {
      ClaimInterest.Fixed one = interest.fixed().get(i);
      sum = RunningSums.more(figure, sum, rounded("interest by " + one.on(), one.runs(), claim, rule));
    }
    fixedOf.put(claim, new Fixed(interest.fixed().size(), sum));
    return sum;
  }

  private Explanation rounded(String name, List<ClaimInterest.Run> of, Claim claim, LateInterest rule) {
    Explanation known = rounded.get(of);
    if (known == null) {
      List<Explanation> exact = of.stream().map(run -> known(run, claim, rule)).toList();
      known =
          Explanation.by(
              name,
              TermLeaves.words(rule.rounding().mode()),
              new Arithmetic.Round(rule.rounding().mode(), leaves.currency()),
              exact.size() == 1 ? exact.getFirst() : Explanation.by(name, "Σ runs", Plain.SUM, exact));
      rounded.put(of, known);
    }
    return known;
  }

  private Explanation known(ClaimInterest.Run run, Claim claim, LateInterest rule) {
    Explanation known = runs.get(run);
    if (known == null) {
      known = explain(run, claim, rule);
      runs.put(run, known);
    }
    return known;
  }

  private Explanation explain(ClaimInterest.Run run, Claim claim, LateInterest rule) {
    Explanation rate =
        leaves.attribute(
            "rate of late interest", Quantity.of(rule.rate()), "lateInterest",
            leaves.lastIn(claim.period().orElseThrow()));
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
        Explanation.agreed(principal.apply(claim, run), run.principal()),
        rate,
        years);
  }

  private static Explanation years(LateInterest rule, LocalDate from, LocalDate to) {
    return new Explanation.Calendar(
        "part of a year from " + from + " to " + to + ", " + rule.dayCount().label() + ": "
            + rule.dayCount().counted(from, to),
        new Quantity.Exact(rule.dayCount().years(from, to), 0));
  }
}
