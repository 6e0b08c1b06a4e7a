package io.contract.ledger.scenario;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.Proposal;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.terms.ExecutedAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Facts supposed on top of what is known (domain page, section 9). The rules of recording decide them in order, each on the state
 * that those before it leave. The supposed recorded time is the end of time, so that no date lies in the future. Nothing is stored.
 *
 * <p>Example: a milestone of 2027-01-15 is supposed in 2026. Every calculator works on {@link #facts} as on any other facts.
 *
 * @param known the known facts without them
 * @param facts the known facts with them
 * @param entries the outcome for each of them, in order
 */
public record Supposed(KnownFacts known, KnownFacts facts, List<Decisions.Entry> entries) {

  /** The author of supposed events. */
  static final String BY = "nobody";

  public Supposed {
    entries = List.copyOf(entries);
  }

  /**
   * The known facts with these facts supposed.
   *
   * @throws io.contract.ledger.agreement.RefusedException at the first that would be refused
   * @throws IllegalStateException when the agreement itself is not known
   */
  public static Supposed of(KnownFacts known, List<Fact> facts) {
    ExecutedAgreement agreement =
        known.agreement().orElseThrow(() -> new IllegalStateException("the agreement is not known"));
    Instant at = endOfTime(agreement);
    Decisions decisions =
        Decisions.of(
            new Agreement(known), facts.stream().map(fact -> new Proposal(fact, at, BY, null)).toList());
    return new Supposed(known, decisions.state().facts(), decisions.entries());
  }

  /** The facts that would count on the day. */
  public FactsAsOf on(LocalDate effectiveOn) {
    return FactsAsOf.of(facts, effectiveOn);
  }

  /** The last moment of the last day that a date can name. */
  static Instant endOfTime(ExecutedAgreement agreement) {
    return LocalDate.of(9999, 12, 31).atTime(LocalTime.of(23, 59, 59)).atZone(agreement.timeZone()).toInstant();
  }

  /** The place, from 0, of the supposed fact that would have the sequence; empty for an event that is recorded. */
  public Optional<Integer> placeOf(long sequence) {
    for (int place = 0; place < entries.size(); place++) {
      if (entries.get(place).isNew() && entries.get(place).recorded().sequence() == sequence) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
