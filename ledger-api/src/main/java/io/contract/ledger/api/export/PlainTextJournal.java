package io.contract.ledger.api.export;

import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.value.EnumWords;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a journal for hledger or for ledger. Their files differ only in the declarations at the top. The last transaction
 * moves nothing and asserts every balance, so that the program itself checks the entries against the ledger's figures.
 */
final class PlainTextJournal {

  /** The declarations at the top, in which the two programs differ. */
  @FunctionalInterface
  interface Declarations {
    void write(PlainTextJournal journal) throws IOException;
  }

  static final Declarations HLEDGER = PlainTextJournal::declareForHledger;
  static final Declarations LEDGER = PlainTextJournal::declareForLedger;

  private static final List<String> TAGS =
      List.of("kind", "clause", "period", "events", "forgone", "reference", "reason", "value-on", "paid-in", "fx-rate");

  private final JournalFile file;
  private final Writer out;
  private final Declarations declarations;

  PlainTextJournal(JournalFile file, Writer out, Declarations declarations) {
    this.file = file;
    this.out = out;
    this.declarations = declarations;
  }

  void write() throws IOException {
    line("; " + JournalFile.oneLine(file.about().title()));
    line("; " + file.asked());
    line("");
    declarations.write(this);
    for (Entry entry : file.entries()) {
      write(entry);
    }
    writeBalances();
  }

  private void declareForHledger() throws IOException {
    // The decimal mark is required even if the currency has no decimals.
    line("commodity 1000." + "0".repeat(file.decimals()) + " " + file.commodity());
    for (String account : accounts()) {
      line("account " + account);
    }
  }

  private void declareForLedger() throws IOException {
    line("commodity " + file.commodity());
    line("    format 1000" + (file.decimals() == 0 ? "" : "." + "0".repeat(file.decimals())) + " " + file.commodity());
    for (String account : accounts()) {
      line("account " + account);
    }
    for (String tag : TAGS) {
      line("tag " + tag);
    }
  }

  private Set<String> accounts() {
    Set<String> accounts = new LinkedHashSet<>();
    file.entries().forEach(
        entry -> file.book().lines(entry.postings()).forEach(posting -> accounts.add(posting.account())));
    file.balances().forEach(balance -> accounts.add(balance.account()));
    return accounts;
  }

  private void write(Entry entry) throws IOException {
    line("");
    line(entry.on() + " " + description(entry.description()));
    tag("kind", EnumWords.slug(entry.kind()));
    tag("clause", entry.clause().text());
    if (entry.period().isPresent()) {
      tag("period", entry.period().get());
    }
    if (!entry.events().isEmpty()) {
      tag("events", JournalFile.events(entry));
    }
    for (Entry.Note note : entry.notes()) {
      tag(note.name(), note.text());
    }
    for (PartyJournal.Line posting : file.book().lines(entry.postings())) {
      line("    " + posting.account() + "  " + amount(posting));
    }
  }

  private void writeBalances() throws IOException {
    List<PartyJournal.Line> balances = file.balances();
    if (balances.isEmpty()) {
      return;
    }
    String zero = io.contract.ledger.money.Money.zero(file.book().journal().currency()).toPlainString();
    line("");
    line(file.effectiveOn() + " Balances as the ledger states them");
    for (PartyJournal.Line balance : balances) {
      line("    " + balance.account() + "  " + zero + " " + file.commodity() + " = " + amount(balance));
    }
  }

  private String amount(PartyJournal.Line posting) {
    return posting.amount().toPlainString() + " " + file.commodity();
  }

  /** The text without semicolons and bars: a semicolon begins a comment, and a bar divides payee and note. */
  private static String description(String text) {
    return JournalFile.oneLine(text).replace(';', ',').replace('|', '/');
  }

  /** Writes a tag. A comma would end its value, and a colon might begin another tag. */
  private void tag(String name, String value) throws IOException {
    String text = JournalFile.oneLine(value).replace(',', ' ').replace(':', ' ');
    line("    ; " + name + ": " + text.replaceAll("[\\[\\]]", " ").strip());
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
