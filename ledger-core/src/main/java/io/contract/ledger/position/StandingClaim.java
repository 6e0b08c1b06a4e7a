package io.contract.ledger.position;

import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;

/**
 * How the claim of a period, or of what was brought forward, stands on a day.
 *
 * @param period its lines in the order in which they accrued
 * @param state the claim, with the interest that has run by the day
 */
public record StandingClaim(Claim claim, WorkedPeriod period, ClaimState state) {}
