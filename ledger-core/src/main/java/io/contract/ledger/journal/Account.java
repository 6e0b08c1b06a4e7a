package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import java.util.Optional;

/**
 * An account of one revenue share. Debits are positive, as the payee books them.
 *
 * <p>Example: the claim for the first quarter of 2021 of clause {@code share}: {@code (share, CLAIM, 2021-Q1)}.
 *
 * @param clause id of the revenue-share clause
 * @param period name of the period; empty for an account that has none
 */
public record Account(ClauseId clause, Role role, Optional<String> period) {

  static Account of(ClauseId clause, Role role) {
    return new Account(clause, role, Optional.empty());
  }

  static Account of(ClauseId clause, Role role, String period) {
    return new Account(clause, role, Optional.of(period));
  }
}
