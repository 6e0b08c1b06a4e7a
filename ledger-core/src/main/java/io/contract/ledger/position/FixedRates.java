package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFixings;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.IndexedRate;
import io.contract.ledger.terms.InterestRates;
import io.contract.ledger.terms.RateSteps;
import java.util.HashMap;
import java.util.Map;

/**
 * The rates of late interest, with what is known of indices (domain page, section 16). All fixings that are known are among them, also
 * those of later days, because interest looks at the rates of its own days alone. Not thread-safe.
 */
final class FixedRates {

  private final KnownFixings fixings;
  private final Map<IndexedRate, RateSteps> made = new HashMap<>();

  FixedRates(KnownFixings fixings) {
    this.fixings = fixings;
  }

  /** The rates as they follow one another by what is known. */
  RateSteps of(InterestRates rates) {
    return switch (rates) {
      case RateSteps stated -> stated;
      case IndexedRate indexed ->
        made.computeIfAbsent(indexed, any -> RateSteps.fixed(any, fixings.ratesOf(any.index())));
    };
  }

  /** Rates that were fixed by what was known of their index, as they are fixed by what is known here. */
  RateSteps again(RateSteps rates) {
    return rates.index().map(this::of).orElse(rates);
  }

  /** Whether the facts know the same of every index of the clause. */
  boolean areThoseOf(FactsAsOf facts, ClauseHistory clause) {
    return clause.interestIndices().stream().allMatch(index -> fixings.knowsAs(facts.known().fixings(), index));
  }
}
