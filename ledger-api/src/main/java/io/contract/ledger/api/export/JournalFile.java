package io.contract.ledger.api.export;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.journal.Account;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.Posting;
import io.contract.ledger.terms.ExecutedAgreement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A journal in the form in which it is exported: the book, and the heading above it.
 *
 * @param about the agreement
 * @param effectiveOn the last day of the journal, and the day of the stated balances
 * @param asked the question that the file answers, for a comment in the file
 */
public record JournalFile(PartyJournal book, ExecutedAgreement about, LocalDate effectiveOn, String asked) {

  /** The file of a journal. */
  public static JournalFile of(
      Journal journal, Optional<PartyId> party, ExecutedAgreement about, LocalDate effectiveOn, String asked) {
    return new JournalFile(new PartyJournal(journal, party), about, effectiveOn, asked);
  }

  /** The entries that concern the parties of the book. */
  List<Entry> entries() {
    return book.journal().entries().stream().filter(entry -> !book.lines(entry.postings()).isEmpty()).toList();
  }

  /** The balances that the ledger states: of every account with a posting, and of every other account that is not zero. */
  List<PartyJournal.Line> balances() {
    Set<Account> used = new HashSet<>();
    book.journal().entries().forEach(entry -> entry.postings().forEach(posting -> used.add(posting.account())));
    List<Posting> stated =
        book.journal().balances().stream()
            .filter(posting -> used.contains(posting.account()) || !posting.amount().isZero())
            .toList();
    return book.lines(stated);
  }

  /** The code of the currency. Accounting programs call it a commodity. */
  String commodity() {
    return book.journal().currency().code();
  }

  int decimals() {
    return book.journal().currency().decimals();
  }

  /** The numbers of the entry's events: {@code 3 7}. */
  static String events(Entry entry) {
    return entry.events().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The text on one line. A line break or an invisible character becomes a space. */
  static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || isSeparator(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static boolean isSeparator(int c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SPACE_SEPARATOR
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }
}
