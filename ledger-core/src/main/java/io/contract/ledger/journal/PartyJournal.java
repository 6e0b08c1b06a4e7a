package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The journal as the parties keep it, with names of accounts. The payer's is the mirror image of the payee's. Plain-text accounting
 * programs accept the names: every segment begins with a capital letter or a digit. The accounts of a clause's further books name the
 * other party, {@code From-Acme} or {@code To-Globex}, so that what is owed by one is never summed with what is owed by another.
 *
 * <p>Example: a claim of 940.00 under clause {@code share} is 940.00 on {@code Assets:Globex:Share:Receivable:2021-Q1} of Globex and
 * −940.00 on {@code Liabilities:Acme:Share:Payable:2021-Q1} of Acme.
 */
public final class PartyJournal {

  private final Journal journal;
  private final Optional<PartyId> party;

  /** The place of each book among the shares. */
  private final Map<ShareBook, Integer> places = new HashMap<>();

  /** The first book of each clause. */
  private final Map<ClauseId, Book> firsts = new HashMap<>();

  /**
   * The journal of a party.
   *
   * @param party whose journal it is; empty for those of both parties to each share, one after the other
   */
  public PartyJournal(Journal journal, Optional<PartyId> party) {
    this.journal = journal;
    this.party = party;
    for (ShareBook share : journal.shares()) {
      places.put(share, places.size());
      firsts.putIfAbsent(share.clause(), share.book());
    }
  }

  public Journal journal() {
    return journal;
  }

  /** Whose journal it is; empty for those of both parties to each share. */
  public Optional<PartyId> party() {
    return party;
  }

  /** An amount on an account of a party: above zero a debit. */
  public record Line(PartyId party, String account, Money amount) {}

  /** The lines that the parties post for an entry or a part of one; none where the share is not theirs. */
  public List<Line> lines(List<Posting> postings) {
    SortedMap<Integer, List<Posting>> byShare = new TreeMap<>();
    for (Posting posting : postings) {
      Integer place = places.get(new ShareBook(posting.account().clause(), posting.account().book()));
      if (place != null) {
        byShare.computeIfAbsent(place, any -> new ArrayList<>()).add(posting);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<Integer, List<Posting>> entry : byShare.entrySet()) {
      Book share = journal.shares().get(entry.getKey()).book();
      List<Posting> ofShare = entry.getValue();
      if (keeps(share.payee())) {
        ofShare.forEach(posting -> lines.add(asPayee(share.payee(), posting)));
      }
      if (keeps(share.payer())) {
        ofShare.forEach(posting -> lines.add(asPayer(share.payer(), posting)));
      }
    }
    return lines;
  }

  private boolean keeps(PartyId id) {
    return party.filter(only -> !only.equals(id)).isEmpty();
  }

  private Line asPayee(PartyId party, Posting posting) {
    Account account = posting.account();
    String name =
        switch (account.role()) {
          case CLAIM -> asPayee("Assets", account, "Receivable");
          case SHARE -> asPayee("Income", account, "Revenue-Share");
          case FIXED_PAYMENT -> asPayee("Income", account, "Fixed-Payment");
          case CASH -> asPayee("Assets", account, "Cash");
          case WITHHOLDING_TAX -> asPayee("Assets", account, "Withholding-Tax");
          case CREDIT -> asPayee("Liabilities", account, "Credit");
          case WAIVED -> asPayee("Expenses", account, "Waived");
          case INTEREST_WAIVED -> asPayee("Expenses", account, "Interest-Waived");
          case INTEREST_CLAIM -> asPayee("Assets", account, "Interest-Receivable");
          case INTEREST -> asPayee("Income", account, "Interest");
          case OPENING_ACCRUED -> asPayee("Equity", account, "Opening-Accrued");
          case OPENING_SETTLED -> asPayee("Equity", account, "Opening-Settled");
          case SUCCESSION -> asPayee("Equity", account, "Succession");
          case SUSPENSE -> asPayee("Liabilities", account, "Suspense");
        };
    return new Line(party, name, posting.amount());
  }

  private Line asPayer(PartyId party, Posting posting) {
    Account account = posting.account();
    String name =
        switch (account.role()) {
          case CLAIM -> asPayer("Liabilities", account, "Payable");
          case SHARE -> asPayer("Expenses", account, "Revenue-Share");
          case FIXED_PAYMENT -> asPayer("Expenses", account, "Fixed-Payment");
          case CASH -> asPayer("Assets", account, "Cash");
          case WITHHOLDING_TAX -> asPayer("Liabilities", account, "Withholding-Tax");
          case CREDIT -> asPayer("Assets", account, "Credit");
          case WAIVED -> asPayer("Income", account, "Waived");
          case INTEREST_WAIVED -> asPayer("Income", account, "Interest-Waived");
          case INTEREST_CLAIM -> asPayer("Liabilities", account, "Interest-Payable");
          case INTEREST -> asPayer("Expenses", account, "Interest");
          case OPENING_ACCRUED -> asPayer("Equity", account, "Opening-Accrued");
          case OPENING_SETTLED -> asPayer("Equity", account, "Opening-Settled");
          case SUCCESSION -> asPayer("Equity", account, "Succession");
          case SUSPENSE -> asPayer("Assets", account, "Suspense");
        };
    return new Line(party, name, posting.amount().negated());
  }

  private String asPayee(String kind, Account account, String what) {
    return name(kind, account.book().payee(), account, "From-" + capital(account.book().payer().text()), what);
  }

  private String asPayer(String kind, Account account, String what) {
    return name(kind, account.book().payer(), account, "To-" + capital(account.book().payee().text()), what);
  }

  /** @param other the other party, with the direction: two parties may owe each other, and one may come to owe itself */
  private String name(String kind, PartyId party, Account account, String other, String what) {
    boolean isFirst = account.book().equals(firsts.get(account.clause()));
    return kind + ":" + capital(party.text()) + ":" + capital(account.clause().text()) + (isFirst ? "" : ":" + other)
        + ":" + what + account.period().map(period -> ":" + capital(period)).orElse("");
  }

  /** The id with a capital first letter. Ids have small letters, digits and hyphens, so that no two become the same. */
  private static String capital(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
