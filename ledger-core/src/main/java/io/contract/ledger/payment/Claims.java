package io.contract.ledger.payment;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.RateSteps;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * How the claims of one clause stand, with those among them that a payment, credit or a waiver looks for. Immutable, so that a
 * copy costs nothing.
 *
 * @param open the claims of which something is open
 * @param bearing those that bear interest
 * @param alone those of which interest alone is open, which bears interest
 * @param creditors those whose credit has settled nothing yet
 */
record Claims(
    Currency currency, PMap<Claim, ClaimState> states, PSortedSet<Claim> open, PSortedSet<Claim> bearing,
    PSortedSet<Claim> alone, PSortedSet<Claim> creditors) {

  /** Nothing has accrued yet. */
  static Claims none(Currency currency) {
    return new Claims(currency, HashTreePMap.empty(), TreePSet.empty(), TreePSet.empty(), TreePSet.empty(),
        TreePSet.empty());
  }

  /** The claim of the state stands so from now on. */
  Claims with(ClaimState state) {
    Claim claim = state.claim();
    return new Claims(
        currency,
        states.plus(claim, state),
        keep(open, claim, state.open().isPositive()),
        keep(bearing, claim, state.bearsInterest()),
        keep(alone, claim, state.bearsInterestAlone()),
        keep(creditors, claim, state.unusedCredit().isPositive()));
  }

  /** The same claims with the rates that their index is fixed at. */
  Claims fixed(UnaryOperator<RateSteps> rates) {
    PMap<Claim, ClaimState> fixed = states;
    for (ClaimState state : states.values()) {
      Budget.step();
      ClaimState now = state.fixed(rates);
      fixed = fixed.plus(now.claim(), now);
    }
    return new Claims(currency, fixed, open, bearing, alone, creditors);
  }

  /** Without the claim, whose place in the order is to change. */
  Claims without(Claim claim) {
    return new Claims(currency, states.minus(claim), open.minus(claim), bearing.minus(claim), alone.minus(claim),
        creditors.minus(claim));
  }

  private static PSortedSet<Claim> keep(PSortedSet<Claim> set, Claim claim, boolean isIn) {
    return isIn ? set.plus(claim) : set.minus(claim);
  }

  /** Whether something has happened to the claim, if only that nothing accrued in it. */
  boolean has(Claim claim) {
    return states.containsKey(claim);
  }

  /** How the claim stands. */
  ClaimState state(Claim claim) {
    ClaimState state = states.get(claim);
    return state == null ? ClaimState.of(claim, currency) : state;
  }

  /** What of all credit has settled nothing yet. */
  Money unusedCredit() {
    return creditors.stream().map(this::state).map(ClaimState::unusedCredit).reduce(Money.zero(currency), Money::plus);
  }
}
