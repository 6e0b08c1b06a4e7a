package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** The late interest of each period: what runs as an exact fraction, and what was rounded when some of it was settled. */
final class ModelledInterestAccount {

  private final ModelledTerms terms;
  private final int decimals;
  private final Map<Span, BigFraction> running = new HashMap<>();
  private final Map<Span, BigDecimal> stated = new HashMap<>();
  private final Map<Span, BigDecimal> paid = new HashMap<>();
  private final Map<Span, BigDecimal> waived = new HashMap<>();
  private final Set<Span> charged = new HashSet<>();
  private final Map<Span, BigFraction> joined = new HashMap<>();

  ModelledInterestAccount(ModelledTerms terms, int decimals) {
    this.terms = terms;
    this.decimals = decimals;
  }

  void run(Span claim, BigDecimal principal, LocalDate from, LocalDate to) {
    Optional<LocalDate> dated = terms.datedFrom(claim).filter(day -> !day.isAfter(to));
    Optional<ModelledInterest> interest = dated.flatMap(day -> terms.interestOf(claim));
    if (interest.isPresent() && to.isAfter(from)) {
      // On the day on which a claim is dated, interest runs at once from a due date that has passed.
      LocalDate since = from.isBefore(dated.get()) ? LocalDate.MIN : from;
      running.merge(claim, interest.get().on(principal, since, to), BigFraction::add);
    }
  }

  /** Lets interest run on the interest of the claim that bears interest. */
  void runOnInterest(Span claim, LocalDate from, LocalDate to) {
    if (joined.containsKey(claim) && to.isAfter(from)) {
      running.merge(claim, terms.interestOf(claim).orElseThrow().on(joined.get(claim), from, to), BigFraction::add);
    }
  }

  /** On the last day of a unit all interest that is open, not rounded, joins what bears interest. */
  void join(Span claim, LocalDate day) {
    if (terms.datedFrom(claim).filter(dated -> !dated.isAfter(day)).flatMap(dated -> terms.interestOf(claim))
        .filter(interest -> interest.joinsOn(day)).isPresent()) {
      joined.put(claim, ModelledLines.fraction(stated.getOrDefault(claim, BigDecimal.ZERO))
          .add(running.getOrDefault(claim, BigFraction.ZERO)));
    }
  }

  boolean isInterestBorne(Span claim) {
    return joined.containsKey(claim) && joined.get(claim).signum() > 0;
  }

  /** Charges once what is open of the claim when the day begins. */
  void charge(Span claim, BigDecimal open, LocalDate day) {
    terms.datedFrom(claim).filter(dated -> !dated.isAfter(day)).flatMap(dated -> terms.interestOf(claim))
        .flatMap(interest -> interest.charge(open, day)).filter(charge -> charged.add(claim))
        .ifPresent(charge -> running.merge(claim, charge, BigFraction::add));
  }

  boolean isCharged(Span claim) {
    return charged.contains(claim);
  }

  /** Settles interest, that of the claim due first before others, and returns what is left of the money. */
  BigDecimal pay(BigDecimal money, List<Span> claims) {
    BigDecimal left = money;
    for (Span claim : claims) {
      left = end(left, claim, paid);
    }
    return left;
  }

  /** Gives up interest of the claim, and returns what is left of the waiver. */
  BigDecimal waive(BigDecimal amount, Span claim) {
    return end(amount, claim, waived);
  }

  private BigDecimal end(BigDecimal amount, Span claim, Map<Span, BigDecimal> as) {
    BigDecimal owed = open(claim);
    BigDecimal part = owed.min(amount);
    if (part.signum() > 0) {
      running.remove(claim);
      stated.put(claim, owed.subtract(part));
      joined.computeIfPresent(claim, (any, before) -> least(before.subtract(ModelledLines.fraction(part)),
          ModelledLines.fraction(owed.subtract(part))));
      as.merge(claim, part, BigDecimal::add);
    }
    return part.signum() > 0 ? amount.subtract(part) : amount;
  }

  /** What has joined is settled first; of what is left it is all at the most, and nothing at the least. */
  private static BigFraction least(BigFraction rest, BigFraction all) {
    BigFraction least = rest.compareTo(all) < 0 ? rest : all;
    return least.signum() < 0 ? BigFraction.ZERO : least;
  }

  BigDecimal open(Span claim) {
    BigDecimal before = stated.getOrDefault(claim, BigDecimal.ZERO);
    return running.containsKey(claim)
        ? before.add(ModelledLines.round(running.getOrDefault(claim, BigFraction.ZERO), decimals,
            terms.roundingOf(claim)))
        : before;
  }

  BigDecimal waived(Span claim) {
    return waived.getOrDefault(claim, BigDecimal.ZERO);
  }

  BigDecimal paid(Span claim) {
    return paid.getOrDefault(claim, BigDecimal.ZERO);
  }
}
