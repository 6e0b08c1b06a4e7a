package io.contract.ledger.journal;

import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.ClaimState;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.position.Workings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a clause on a day, as far as it is booked.
 *
 * @param claims the claims by the names of their periods, in the order of the periods
 * @param unapplied what payments left over, by the sequence of the payment's event
 */
record ClauseState(Map<String, Claimed> claims, Map<Long, Money> unapplied) {

  /** Before anything has happened. */
  static final ClauseState NOTHING = new ClauseState(Map.of(), Map.of());

  /**
   * One claim, with the lines that accrued to it.
   *
   * @param credit the part that went below zero and has not been made up since
   * @param interest late interest, open and settled
   * @param interestSettled the part of the interest that is settled
   * @param settledBy what settled it
   * @param interestPaidBy what settled its interest
   */
  record Claimed(
      List<WorkedLine> lines,
      Money accrued,
      Money credit,
      Money open,
      Money interest,
      Money interestSettled,
      List<Allocation> settledBy,
      List<Allocation> interestPaidBy,
      List<ClaimState.GivenUp> waivers) {

    /** Before anything has happened to it. */
    static Claimed nothing(Currency currency) {
      Money zero = Money.zero(currency);
      return new Claimed(List.of(), zero, zero, zero, zero, zero, List.of(), List.of(), List.of());
    }

    static Claimed of(Workings.Row row) {
      ClaimState state = row.state();
      Money interestSettled = state.interest().settled();
      return new Claimed(
          row.period().lines(),
          state.accrued(),
          state.credit(),
          state.open(),
          state.interestOpen().plus(interestSettled),
          interestSettled,
          state.latestFirst(),
          state.interest().paid(),
          state.waivers());
    }

    /** Whether it owes as much as the other and was settled by as much, so that interest ran as before. */
    boolean runsAs(Claimed other) {
      return open.equals(other.open) && interestSettled.equals(other.interestSettled);
    }
  }

  static ClauseState of(Workings workings) {
    Map<String, Claimed> claims = new LinkedHashMap<>();
    workings.rows().forEach(row -> claims.put(row.claim().name(), Claimed.of(row)));
    Map<Long, Money> unapplied = new TreeMap<>();
    workings.settlement().unapplied().forEach((payment, left) -> unapplied.put(payment.sequence(), left));
    return new ClauseState(claims, unapplied);
  }

  /** The source of what is settled: a payment, or the credit of a period below zero. */
  sealed interface Giver {

    /** A payment, by the sequence of its event. */
    record ByPayment(long sequence) implements Giver {}

    /** Credit, by the name of its period. */
    record ByCreditOf(String period) implements Giver {}

    static Giver of(Allocation allocation) {
      return switch (allocation.source()) {
        case Allocation.Source.ByPayment payment -> new ByPayment(payment.sequence());
        case Allocation.Source.ByCreditOf credit -> new ByCreditOf(credit.claim().name());
      };
    }
  }
}
