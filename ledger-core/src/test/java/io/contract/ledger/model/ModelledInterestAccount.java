package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The late interest of each period: what runs as an exact fraction, and what was rounded when some of it was settled. */
final class ModelledInterestAccount {

  private final List<Span> claims;
  private final ModelledTerms terms;
  private final int decimals;
  private final Map<Span, BigFraction> running = new HashMap<>();
  private final Map<Span, BigDecimal> stated = new HashMap<>();
  private final Map<Span, BigDecimal> paid = new HashMap<>();

  ModelledInterestAccount(List<Span> claims, ModelledTerms terms, int decimals) {
    this.claims = claims;
    this.terms = terms;
    this.decimals = decimals;
  }

  void run(Span claim, BigDecimal principal, LocalDate from, LocalDate to) {
    Optional<ModelledInterest> interest = terms.interestOf(claim);
    if (interest.isPresent() && to.isAfter(from)) {
      running.merge(claim, interest.get().on(principal, from, to), BigFraction::add);
    }
  }

  /** Settles interest, that of the claim due first before others, and returns what is left of the money. */
  BigDecimal pay(BigDecimal money) {
    BigDecimal left = money;
    for (Span claim : claims) {
      BigDecimal owed = open(claim);
      BigDecimal part = owed.min(left);
      if (part.signum() > 0) {
        running.remove(claim);
        stated.put(claim, owed.subtract(part));
        paid.merge(claim, part, BigDecimal::add);
        left = left.subtract(part);
      }
    }
    return left;
  }

  BigDecimal open(Span claim) {
    BigDecimal before = stated.getOrDefault(claim, BigDecimal.ZERO);
    return running.containsKey(claim)
        ? before.add(ModelledLines.round(running.getOrDefault(claim, BigFraction.ZERO), decimals,
            terms.roundingOf(claim)))
        : before;
  }

  BigDecimal paid(Span claim) {
    return paid.getOrDefault(claim, BigDecimal.ZERO);
  }
}
