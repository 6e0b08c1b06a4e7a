package io.contract.ledger.terms;

/** The yearly rates of late interest, in the form in which a clause states them (domain page, sections 15 and 16). */
public sealed interface InterestRates permits RateSteps, IndexedRate {}
