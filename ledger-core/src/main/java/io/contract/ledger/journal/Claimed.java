package io.contract.ledger.journal;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.payment.GivenUp;
import io.contract.ledger.position.StandingClaim;
import io.contract.ledger.position.WorkedLine;
import java.util.List;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * How one claim stands on a day, as far as it is booked, with the lines that accrued to it.
 *
 * @param credit the part that went below zero and has not been made up since
 * @param interest late interest, open, settled and waived
 * @param interestEnded the part of the interest that is settled or waived
 * @param settledBy what settled it, the latest first
 * @param interestPaidBy what settled its interest, the latest first
 * @param waivers what gave it up, the latest first
 * @param interestWaivers what gave up its interest, the latest first
 */
record Claimed(
    List<WorkedLine> lines,
    Money accrued,
    Money credit,
    Money open,
    Money interest,
    Money interestEnded,
    PStack<Allocation> settledBy,
    PStack<Allocation> interestPaidBy,
    PStack<GivenUp> waivers,
    PStack<GivenUp> interestWaivers) {

  /** Before anything has happened to it. */
  static Claimed nothing(Currency currency) {
    Money zero = Money.zero(currency);
    return new Claimed(
        List.of(), zero, zero, zero, zero, zero, ConsPStack.empty(), ConsPStack.empty(), ConsPStack.empty(),
        ConsPStack.empty());
  }

  static Claimed of(StandingClaim standing) {
    ClaimState state = standing.state();
    Money interestEnded = state.interest().settled().plus(state.interest().waived());
    return new Claimed(
        standing.period().lines(),
        state.accrued(),
        state.credit(),
        state.open(),
        state.interestOpen().plus(interestEnded),
        interestEnded,
        state.latestFirst(),
        state.interest().paid(),
        state.waivers(),
        state.interest().waivers());
  }

  /** Whether it owes as much as the other and was settled or given up by as much, so that interest ran as before. */
  boolean runsAs(Claimed other) {
    return open.equals(other.open) && interestEnded.equals(other.interestEnded);
  }
}
