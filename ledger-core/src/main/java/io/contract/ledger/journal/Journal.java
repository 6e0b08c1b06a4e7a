package io.contract.ledger.journal;

import java.util.Currency;
import java.util.List;

/**
 * The revenue shares of an agreement in double entry, as they stand on a day.
 *
 * @param entries in order of their days
 * @param balances what the ledger's own position says every account stands at: not summed from the entries, so that the two can
 *     be held against each other
 * @param shares whose shares they are, in the order of the clauses
 */
public record Journal(Currency currency, List<Entry> entries, List<Posting> balances, List<Share> shares) {

  /** Between whom a clause shares revenue. */
  public record Share(String clause, String payer, String payee) {}

  public Journal {
    entries = List.copyOf(entries);
    balances = List.copyOf(balances);
    shares = List.copyOf(shares);
  }
}
