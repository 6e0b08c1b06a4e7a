package io.contract.ledger.position;

import io.contract.ledger.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the claims of a clause stand on a day, so far as they may stand otherwise than when they were asked for before. Interest runs
 * by itself and is no change.
 *
 * @param claims the claims that stood before in the order of their periods, then those that did not
 * @param unapplied what is left of payments, by the sequence of the payment's event; zero where nothing is
 */
public record ClaimChanges(List<Change> claims, Map<Long, Money> unapplied) {

  public ClaimChanges {
    claims = List.copyOf(claims);
    unapplied = Map.copyOf(unapplied);
  }

  /**
   * A claim.
   *
   * @param name as {@link io.contract.ledger.payment.Claim#name}
   * @param now empty where there is no such claim any more
   */
  public record Change(String name, Optional<StandingClaim> now) {}
}
