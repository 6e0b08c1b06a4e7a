package io.contract.ledger.position;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Arithmetic.Plain;
import io.contract.ledger.explain.Explanation;
import io.contract.ledger.explain.Quantity;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Explains what payments, credit and waivers settled (domain page, section 5, step 5): a part of a payment is the payment less
 * all else that it settled and what is left of it, so that its parts are seen to make up the whole.
 */
final class SettledParts {

  /** More parts than these are told as one. */
  private static final int MOST_TOLD = 8;

  private final TermLeaves leaves;
  private final Map<DateRange, Shown> settled = new HashMap<>();
  private final Map<DateRange, Shown> waived = new HashMap<>();
  private @Nullable Settlement usesOf;
  private Map<Object, List<Use>> uses = Map.of();

  /** What a payment, a credit or a waiver was used for. */
  private record Use(String what, Money amount) {}

  /** A running sum, as of a settlement. */
  private record Shown(Settlement as, Explanation sum) {}

  SettledParts(TermLeaves leaves) {
    this.leaves = leaves;
  }

  /** What was settled of the claim's principal. */
  List<Explanation> principal(ClaimState state, Settlement settlement) {
    return state.latestFirst().stream()
        .map(allocation -> part(allocation, principalOf(state.claim()), settlement))
        .toList()
        .reversed();
  }

  /** What was settled of its interest. */
  List<Explanation> interest(ClaimState state, Settlement settlement) {
    return state.interest().paid().stream()
        .map(allocation -> part(allocation, interestOf(state.claim()), settlement))
        .toList();
  }

  /** What was given up of it. */
  List<Explanation> waived(ClaimState state, Settlement settlement) {
    return state.waivers().stream()
        .map(given -> given(given, state.claim(), settlement))
        .toList()
        .reversed();
  }

  /** What payments have left over, and what of periods below zero has settled nothing. */
  List<Explanation> credit(Settlement settlement) {
    List<Explanation> credit = new ArrayList<>();
    settlement
        .unapplied()
        .forEach((payment, left) -> credit.add(part(payment, new Use("unapplied", left), settlement)));
    for (ClaimState state : settlement.claims()) {
      if (state.unusedCredit().isPositive()) {
        credit.add(
            part(new Allocation.Source.ByCreditOf(state.claim()), new Use("unused", state.unusedCredit()), settlement));
      }
    }
    return credit;
  }

  /** Everything that was paid, in order. */
  List<Explanation> paid(Settlement settlement) {
    return uses(settlement).keySet().stream()
        .filter(Allocation.Source.ByPayment.class::isInstance)
        .map(Allocation.Source.ByPayment.class::cast)
        .sorted()
        .map(payment -> leaves.paid(payment.sequence()))
        .toList();
  }

  /** Principal settled by payments on those days, as of that settlement: what it was before, and what has changed since. */
  Explanation settledIn(String figure, DateRange days, Settlement as) {
    Predicate<Allocation> wanted =
        allocation -> allocation.source() instanceof Allocation.Source.ByPayment && days.contains(allocation.on());
    return Explanation.agreed(
        running(
            figure, settled, days, as,
            (state, of) -> state.latestFirst().stream().filter(wanted).toList().reversed(),
            (allocation, claim, of) -> part(allocation, principalOf(claim), of)),
        as.settledByPaymentsIn(days));
  }

  /** What waivers had given up, as of that settlement. */
  Explanation waivedBy(Settlement as) {
    return running(
        "waived", waived, DateRange.ALWAYS, as,
        (state, of) -> List.copyOf(state.waivers()).reversed(), this::given);
  }

  /** What of a claim is wanted. */
  private interface Parts<T> {
    List<T> of(ClaimState state, Settlement settlement);
  }

  /** How one of them is explained. */
  private interface Told<T> {
    Explanation of(T part, Claim claim, Settlement settlement);
  }

  private <T> Explanation running(
      String figure, Map<DateRange, Shown> all, DateRange days, Settlement as, Parts<T> parts, Told<T> told) {
    Shown before = all.get(days);
    Explanation sum = before == null ? leaves.nothing(figure) : before.sum();
    for (ClaimState state : as.claims()) {
      ClaimState old = before == null ? null : before.as().state(state.claim());
      if (state.equals(old)) {
        continue;
      }
      List<T> gone = old == null || before == null ? new ArrayList<>() : new ArrayList<>(parts.of(old, before.as()));
      for (T part : parts.of(state, as)) {
        if (!gone.remove(part)) {
          sum = RunningSums.more(figure, sum, told.of(part, state.claim(), as));
        }
      }
      for (T part : gone) {
        Explanation taken =
            told.of(part, state.claim(), java.util.Objects.requireNonNull(before).as());
        sum = RunningSums.more(figure, sum, Explanation.by("no longer settled", "less", Plain.NEGATED, taken));
      }
    }
    all.put(days, new Shown(as, sum));
    return sum;
  }

  private Explanation given(ClaimState.GivenUp given, Claim claim, Settlement settlement) {
    Explanation.Event whole = leaves.waived(given.sequence());
    return part(
        whole, new Use(principalOf(claim), given.amount()), uses(settlement).getOrDefault(given.sequence(), List.of()),
        "as much as was open", claim.name() + " waived");
  }

  private Explanation part(Allocation allocation, String what, Settlement settlement) {
    return part(allocation.source(), new Use(what, allocation.amount()), settlement);
  }

  private Explanation part(Allocation.Source source, Use use, Settlement settlement) {
    List<Use> all = uses(settlement).getOrDefault(source, List.of());
    return switch (source) {
      case Allocation.Source.ByPayment payment -> {
        Explanation whole = leaves.paid(payment.sequence());
        String order = payment.interestFirst() ? "interest first, oldest due first" : "oldest due first";
        yield part(whole, use, all, order, use.what() + " by " + whole.figure());
      }
      case Allocation.Source.ByCreditOf(var claim) -> {
        Explanation whole =
            new Explanation.Calendar(
                "what " + claim.name() + " is below zero", Quantity.of(settlement.state(claim).accrued().negated()));
        yield part(whole, use, all, "credit settles oldest due first", use.what() + " by credit of " + claim.name());
      }
    };
  }

  /** The whole less everything else that it was used for. */
  private Explanation part(Explanation whole, Use use, List<Use> all, String order, String figure) {
    List<Use> others = new ArrayList<>(all);
    others.remove(use);
    Money rest = others.stream().map(Use::amount).reduce(Money.zero(leaves.currency()), Money::plus);
    List<Explanation> of = new ArrayList<>(List.of(whole));
    if (others.size() <= MOST_TOLD) {
      others.forEach(other -> of.add(like(whole, other.what(), other.amount())));
    } else {
      of.add(like(whole, "all else of it, in " + others.size() + " parts", rest));
    }
    Money left =
        new Money(
            leaves.currency(),
            ((Quantity.Exact) whole.value()).fraction().bigDecimalValue())
            .minus(rest)
            .minus(use.amount());
    if (!left.isZero()) {
      of.add(like(whole, "without effect", left));
    }
    Explanation part =
        of.size() == 1
            ? Explanation.by(figure, order, Plain.SAME, of)
            : Explanation.by(figure, order, Plain.DIFFERENCE, of);
    return Explanation.agreed(part, use.amount());
  }

  /** Another part of the same fact. */
  private static Explanation like(Explanation whole, String what, Money amount) {
    Optional<Long> sequence = sequence(whole);
    return sequence.isPresent()
        ? new Explanation.Event(what, Quantity.of(amount), sequence.get())
        : new Explanation.Calendar(what, Quantity.of(amount));
  }

  private static Optional<Long> sequence(Explanation explanation) {
    return switch (explanation) {
      case Explanation.Event event -> Optional.of(event.sequence());
      case Explanation.Node node -> node.of().stream().flatMap(child -> sequence(child).stream()).findFirst();
      case Explanation.Attribute ignored -> Optional.empty();
      case Explanation.Calendar ignored -> Optional.empty();
    };
  }

  private static String principalOf(Claim claim) {
    return claim.name() + " settled";
  }

  private static String interestOf(Claim claim) {
    return "interest of " + claim.name() + " settled";
  }

  /** What everything was used for, by payment, credit and number of the waiver. */
  private Map<Object, List<Use>> uses(Settlement settlement) {
    if (!settlement.equals(usesOf)) {
      Map<Object, List<Use>> all = new HashMap<>();
      for (ClaimState state : settlement.claims()) {
        for (Allocation allocation : List.copyOf(state.latestFirst()).reversed()) {
          use(all, allocation.source(), principalOf(state.claim()), allocation.amount());
        }
        state.interest().paid()
            .forEach(paid -> use(all, paid.source(), interestOf(state.claim()), paid.amount()));
        List.copyOf(state.waivers()).reversed()
            .forEach(given -> use(all, given.sequence(), principalOf(state.claim()), given.amount()));
        if (state.unusedCredit().isPositive()) {
          use(all, new Allocation.Source.ByCreditOf(state.claim()), "unused", state.unusedCredit());
        }
      }
      settlement.unapplied().forEach((payment, left) -> use(all, payment, "unapplied", left));
      uses = all;
      usesOf = settlement;
    }
    return uses;
  }

  private static void use(Map<Object, List<Use>> all, Object source, String what, Money amount) {
    all.computeIfAbsent(source, any -> new ArrayList<>()).add(new Use(what, amount));
  }
}
