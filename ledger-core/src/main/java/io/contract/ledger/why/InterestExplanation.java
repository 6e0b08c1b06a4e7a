package io.contract.ledger.why;

import io.contract.ledger.explain.Arithmetic;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimInterest;
import io.contract.ledger.payment.InterestPiece;
import io.contract.ledger.payment.InterestPiece.Compounded;
import io.contract.ledger.payment.LateInterest;
import io.contract.ledger.terms.LateCharge;
import io.contract.ledger.terms.RateSteps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Explains late interest (domain page, section 5, step 5): runs of days, each on one principal, rounded together when settled. */
final class InterestExplanation {

  private final TermLeaves leaves;
  private final Function<Claim, ClaimTrace> traces;
  private final IdentityHashMap<List<InterestPiece>, Explanation> rounded = new IdentityHashMap<>();
  private final IdentityHashMap<InterestPiece, Explanation> runs = new IdentityHashMap<>();

  private final IdentityHashMap<Compounded, Explanation> compounded = new IdentityHashMap<>();
  private final IdentityHashMap<InterestPiece.Left, Explanation> lefts = new IdentityHashMap<>();

  private final Map<Claim, Fixed> fixedOf = new HashMap<>();

  /** The sum of the first {@code count} pieces that are rounded. */
  private record Fixed(int count, Explanation sum) {}

  /**
   * Creates one for the claims of a clause.
   *
   * @param traces each claim, with the principal on which its interest runs and what ended some of it
   */
  InterestExplanation(TermLeaves leaves, Function<Claim, ClaimTrace> traces) {
    this.leaves = leaves;
    this.traces = traces;
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
      InterestPiece.Fixed one = interest.fixed().get(i);
      sum = RunningSums.more(figure, sum, rounded("interest by " + one.on(), one.runs(), claim, rule));
    }
    fixedOf.put(claim, new Fixed(interest.fixed().size(), sum));
    return sum;
  }

  private Explanation rounded(String name, List<InterestPiece> of, Claim claim, LateInterest rule) {
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

  private Explanation known(InterestPiece run, Claim claim, LateInterest rule) {
    Explanation known = runs.get(run);
    if (known == null) {
      known = switch (run) {
        case InterestPiece.Run ofDays -> explain(ofDays, claim, rule);
        case InterestPiece.OnInterest onInterest -> explain(onInterest, claim, rule);
        case InterestPiece.Charged once -> explain(once, claim, rule.charge().orElseThrow());
      };
      runs.put(run, known);
    }
    return known;
  }

  private Explanation explain(InterestPiece.Run run, Claim claim, LateInterest rule) {
    return interest(
        "interest from " + run.from() + " to " + run.through(), "principal",
        Explanation.agreed(traces.apply(claim).principal(run), run.principal()),
        parts(run.from(), run.through(), claim, rule));
  }

  private Explanation explain(InterestPiece.OnInterest run, Claim claim, LateInterest rule) {
    return interest(
        "interest on interest from " + run.from() + " to " + run.through(), "interest that bears interest",
        compounded(run.interest(), claim, rule), parts(run.from(), run.through(), claim, rule));
  }

  private static Explanation interest(String figure, String what, Explanation bore, List<Part> parts) {
    if (parts.size() == 1) {
      return Explanation.by(
          figure, what + " × rate × part of a year", Plain.PRODUCT, bore, parts.getFirst().rate(),
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
        figure, what + " × interest on 1", Plain.PRODUCT, bore,
        Explanation.by("interest on 1", "Σ rates × parts of a year", Plain.SUM, products));
  }

  private Explanation explain(InterestPiece.Charged once, Claim claim, LateCharge charge) {
    String figure = "charge for late payment on " + once.on();
    return switch (charge) {
      case LateCharge.Fixed(var amount) -> attribute(figure, Quantity.of(amount), claim);
      case LateCharge.Part(var rate) ->
        Explanation.by(
            figure, "open × rate", Plain.PRODUCT,
            Explanation.agreed(traces.apply(claim).principal(once), once.principal()),
            attribute("rate of the charge", Quantity.of(rate), claim));
    };
  }

  /** A rate, and the part of a year for which it held. */
  private record Part(Explanation rate, Explanation years) {}

  /** The rates of the days. Each counts from its first day, so that what ran before them is taken off the first alone. */
  private List<Part> parts(LocalDate from, LocalDate through, Claim claim, LateInterest rule) {
    List<RateSteps.Span> before = from.isAfter(rule.from()) ? rule.rates().between(rule.from(), from) : List.of();
    List<RateSteps.Span> all = rule.rates().between(rule.from(), through);
    List<Part> parts = new ArrayList<>();
    for (int i = Math.max(0, before.size() - 1); i < all.size(); i++) {
      RateSteps.Span span = all.get(i);
      if (i >= before.size()) {
        parts.add(new Part(rate(span, claim, rule), years(rule, span.from(), span.to())));
      } else if (!before.get(i).equals(span)) {
        parts.add(
            new Part(
                rate(span, claim, rule),
                Explanation.by(
                    "part of a year from " + from + " to " + span.to(), "to then − to before", Plain.DIFFERENCE,
                    years(rule, span.from(), span.to()), years(rule, span.from(), from))));
      }
    }
    return parts;
  }

  private Explanation rate(RateSteps.Span span, Claim claim, LateInterest rule) {
    String figure = "rate of late interest";
    return rule.rates().index()
        .<Explanation>map(
            indexed -> indexed.spread().signum() == 0
                ? Explanation.by(
                    figure, "max(0, index)", Plain.AT_LEAST_ZERO, leaves.fixing(indexed.index(), span.from()))
                : Explanation.by(
                    figure, "max(0, index + spread)", Plain.AT_LEAST_ZERO,
                    Explanation.by(
                        figure + ", as fixed", "index + spread", Plain.SUM,
                        leaves.fixing(indexed.index(), span.from()),
                        attribute("spread", Quantity.of(indexed.spread()), claim))))
        .orElseGet(() -> attribute(figure, Quantity.of(span.rate()), claim));
  }

  /** Interest that has joined what bears interest, from what it consisted of on its day. */
  private Explanation compounded(Compounded of, Claim claim, LateInterest rule) {
    Explanation known = compounded.get(of);
    if (known == null) {
      known = switch (of) {
        case Compounded.Joined joined -> {
          List<Explanation> parts = new ArrayList<>();
          joined.left().ifPresent(left -> parts.add(left(left, claim, rule)));
          joined.runs().forEach(piece -> parts.add(known(piece, claim, rule)));
          yield Explanation.by("interest that joined on " + joined.on(), "left of it + Σ runs", Plain.SUM, parts);
        }
        case Compounded.Less less -> {
          String figure = "interest that bears interest after " + less.end().on();
          yield Explanation.by(
              figure, "min(what had joined − what ended first, left)", Plain.MIN,
              Explanation.by(
                  figure + ", before rounding", "joined − ended", Plain.DIFFERENCE,
                  compounded(less.before(), claim, rule), traces.apply(claim).ended(less.end())),
              left(less.left(), claim, rule));
        }
        case Compounded.Both both ->
          Explanation.by(
              "interest that bears interest, of both claims", "Σ claims", Plain.SUM,
              compounded(both.one(), claim, rule), compounded(both.other(), claim, rule));
      };
      compounded.put(of, known);
    }
    return known;
  }

  /** What was left of rounded interest. */
  private Explanation left(InterestPiece.Left of, Claim claim, LateInterest rule) {
    Explanation known = lefts.get(of);
    if (known == null) {
      List<Explanation> parts = new ArrayList<>();
      of.before().forEach(before -> parts.add(left(before, claim, rule)));
      of.fixed().ifPresent(fixed -> parts.add(rounded("interest by " + fixed.on(), fixed.runs(), claim, rule)));
      Explanation all = Explanation.by("interest of " + claim.name(), "left before + interest since", Plain.SUM, parts);
      known =
          of.end()
              .<Explanation>map(
                  end -> Explanation.by(
                      "interest of " + claim.name() + " left after " + end.on(), "interest − ended", Plain.DIFFERENCE,
                      all, traces.apply(claim).ended(end)))
              .orElse(all);
      lefts.put(of, Explanation.agreed(known, of.amount()));
    }
    return known;
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
