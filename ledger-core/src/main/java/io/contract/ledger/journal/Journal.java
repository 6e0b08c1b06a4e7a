package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import java.util.List;

/**
 * The revenue shares of an agreement in double entry, as they stand on a day.
 *
 * @param entries in order of their days
 * @param balances the balance of every account, taken from the ledger's own position and not summed from the entries, so that the
 *     two can be compared
 * @param shares the parties of each share, in the order of the clauses
 */
public record Journal(Currency currency, List<Entry> entries, List<Posting> balances, List<Share> shares) {

  /** The parties between whom a clause shares revenue. */
  public record Share(ClauseId clause, PartyId payer, PartyId payee) {}

  public Journal {
    entries = List.copyOf(entries);
    balances = List.copyOf(balances);
    shares = List.copyOf(shares);
  }
}
