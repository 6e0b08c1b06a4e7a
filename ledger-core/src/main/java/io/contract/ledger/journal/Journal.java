package io.contract.ledger.journal;

import io.contract.ledger.money.Currency;
import java.util.List;

/**
 * The revenue shares and fixed payments of an agreement in double entry, as they stand on a day.
 *
 * @param entries in order of their days
 * @param balances the balance of every account, taken from the ledger's own position and not summed from the entries, so that the
 *     two can be compared
 * @param shares the books, in the order of the clauses, and of a clause in the order in which they were first named
 */
public record Journal(Currency currency, List<Entry> entries, List<Posting> balances, List<ShareBook> shares) {

  public Journal {
    entries = List.copyOf(entries);
    balances = List.copyOf(balances);
    shares = List.copyOf(shares);
  }
}
