package io.contract.ledger.position;

import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;

/**
 * How the claim of a period, or of what was brought forward, stands on a day.
 *
 * @param period its lines in the order in which they accrued
 * @param state the claim, with the interest that has run by the day
 */
public record StandingClaim(Claim claim, WorkedPeriod period, ClaimState state) {

  /** The same, when its book has become that one. */
  public StandingClaim in(Book book) {
    return new StandingClaim(claim.in(book), period, state.in(book));
  }

  /** Both together as one claim, whose books have become one on the day. */
  public StandingClaim joined(StandingClaim other, LocalDate day) {
    ClaimState joined = state.joined(other.state, day);
    return new StandingClaim(joined.claim(), period.joined(other.period), joined);
  }
}
