package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;
import java.util.Optional;

/**
 * An account of one book of a revenue share. Debits are positive, as the payee books them.
 *
 * <p>Example: the claim for the first quarter of 2021 of clause {@code share}: {@code (share, acme:globex, CLAIM, 2021-Q1)}.
 *
 * @param clause id of the revenue-share clause
 * @param book between whose parties it is
 * @param period name of the period; empty for an account that has none
 */
public record Account(ClauseId clause, Book book, Role role, Optional<String> period) {

  static Account of(ShareBook of, Role role) {
    return new Account(of.clause(), of.book(), role, Optional.empty());
  }

  static Account of(ShareBook of, Role role, String period) {
    return new Account(of.clause(), of.book(), role, Optional.of(period));
  }

  /** The account of the same purpose in the other book. */
  Account in(ShareBook other) {
    return new Account(other.clause(), other.book(), role, period);
  }
}
