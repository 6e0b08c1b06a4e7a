package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.payment.LateInterest;
import io.contract.ledger.terms.LateCharge;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Explains late interest (domain page, section 5, step 5): runs of days, each on one principal, rounded together when settled. */
final class InterestExplanation {

  private final TermLeaves leaves;
  private final BiFunction<Claim, ClaimInterest.Piece, Explanation> principal;
  private final IdentityHashMap<List<ClaimInterest.Piece>, Explanation> rounded = new IdentityHashMap<>();
  private final IdentityHashMap<ClaimInterest.Piece, Explanation> runs = new IdentityHashMap<>();

  private final Map<Claim, Fixed> fixedOf = new HashMap<>();

  /** The sum of the first {@code count} pieces that are rounded. */
  private record Fixed(int count, Explanation sum) {}

  /**
   * Creates one for the claims of a clause.
   *
   * @param principal the principal of a claim on which a run's interest runs
   */
  InterestExplanation(TermLeaves leaves, BiFunction<Claim, ClaimInterest.Piece, Explanation> principal) {
    this.leaves = leaves;
    this.principal = principal;
  }

  /** The claim is another one from now on, because books became one: what was rounded of its interest is summed anew. */
  void anew(Claim claim) {
    fixedOf.remove(claim);
  }

  /** The part of the interest that is neither settled nor waived. */
  Explanation open(Claim claim, ClaimInterest interest, Explanation settled, Explanation waived) {
    return Explanation.by(
        "interest open of " + claim.name(), "interest − settled and waived of it", Plain.DIFFERENCE,
        run(claim, interest), settled, waived);
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

  private Explanation rounded(String name, List<ClaimInterest.Piece> of, Claim claim, LateInterest rule) {
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

  private Explanation known(ClaimInterest.Piece run, Claim claim, LateInterest rule) {
    Explanation known = runs.get(run);
    if (known == null) {
      known = switch (run) {
        case ClaimInterest.Run ofDays -> explain(ofDays, claim, rule);
        case ClaimInterest.Charged once -> explain(once, claim, rule.charge().orElseThrow());
      };
      runs.put(run, known);
    }
    return known;
  }

  private Explanation explain(ClaimInterest.Run run, Claim claim, LateInterest rule) {
    Explanation bore = Explanation.agreed(principal.apply(claim, run), run.principal());
    String figure = "interest from " + run.from() + " to " + run.through();
    List<Part> parts = parts(run, claim, rule);
    if (parts.size() == 1) {
      return Explanation.by(
          figure, "principal × rate × part of a year", Plain.PRODUCT, bore, parts.getFirst().rate(),
          parts.getFirst().years());
    }
    List<Explanation> products =
        parts.stream()
            .map(
                part -> (Explanation) Explanation.by(
                    "interest on 1 at " + part.rate().value().text(), "rate × part of a year", Plain.PRODUCT,
                    part.rate(), part.years()))
            .toList();
    return Explanation.by(
        figure, "principal × interest on 1", Plain.PRODUCT, bore,
        Explanation.by("interest on 1", "Σ rates × parts of a year", Plain.SUM, products));
  }

  private Explanation explain(ClaimInterest.Charged once, Claim claim, LateCharge charge) {
    String figure = "charge for late payment on " + once.on();
    return switch (charge) {
      case LateCharge.Fixed(var amount) -> attribute(figure, Quantity.of(amount), claim);
      case LateCharge.Part(var rate) ->
        Explanation.by(
            figure, "open × rate", Plain.PRODUCT,
            Explanation.agreed(principal.apply(claim, once), once.principal()),
            attribute("rate of the charge", Quantity.of(rate), claim));
    };
  }

  /** A rate, and the part of a year for which it held. */
  private record Part(Explanation rate, Explanation years) {}

  /** The rates of the run's days. Each counts from its first day, so that what ran before the run is taken off the first alone. */
  private List<Part> parts(ClaimInterest.Run run, Claim claim, LateInterest rule) {
    List<RateSteps.Span> before =
        run.from().isAfter(rule.from()) ? rule.rates().between(rule.from(), run.from()) : List.of();
    List<RateSteps.Span> all = rule.rates().between(rule.from(), run.through());
    List<Part> parts = new ArrayList<>();
    for (int i = Math.max(0, before.size() - 1); i < all.size(); i++) {
      RateSteps.Span span = all.get(i);
      if (i >= before.size()) {
        parts.add(new Part(rate(span, claim), years(rule, span.from(), span.to())));
      } else if (!before.get(i).equals(span)) {
        parts.add(
            new Part(
                rate(span, claim),
                Explanation.by(
                    "part of a year from " + run.from() + " to " + span.to(), "to then − to before", Plain.DIFFERENCE,
                    years(rule, span.from(), span.to()), years(rule, span.from(), run.from()))));
      }
    }
    return parts;
  }

  private Explanation rate(RateSteps.Span span, Claim claim) {
    return attribute("rate of late interest", Quantity.of(span.rate()), claim);
  }

  private Explanation attribute(String figure, Quantity value, Claim claim) {
    return leaves.attribute(figure, value, "lateInterest", leaves.lastIn(claim.period().orElseThrow()));
  }

  private static Explanation years(LateInterest rule, LocalDate from, LocalDate to) {
    return new Explanation.Calendar(
        "part of a year from " + from + " to " + to + ", " + rule.dayCount().label() + ": "
            + rule.dayCount().counted(from, to),
        new Quantity.Exact(rule.dayCount().years(from, to), 0));
  }
}
