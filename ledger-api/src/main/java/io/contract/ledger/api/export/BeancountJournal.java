package io.contract.ledger.api.export;

import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.value.EnumWords;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a journal for beancount. An account is opened on the day of its first posting. Balances are asserted on the day after
 * the last one, because beancount checks a balance at the beginning of its day.
 */
final class BeancountJournal {

  /** The last day that beancount can write: its years end with 9999. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final JournalFile file;
  private final Writer out;

  BeancountJournal(JournalFile file, Writer out) {
    this.file = file;
    this.out = out;
  }

  void write() throws IOException {
    line("; " + file.asked());
    line("option \"title\" " + quoted(file.about().title()));
    line("option \"operating_currency\" \"" + file.commodity() + "\"");
    line("");
    line(first() + " commodity " + file.commodity());
    line("  precision: " + file.decimals());
    line("");
    for (Map.Entry<String, LocalDate> account : openings().entrySet()) {
      line(account.getValue() + " open " + account.getKey() + " " + file.commodity());
    }
    for (Entry entry : file.entries()) {
      write(entry);
    }
    writeBalances();
  }

  private LocalDate first() {
    LocalDate executed = file.about().executedOn();
    return file.entries().stream()
        .map(Entry::on)
        .filter(on -> on.isBefore(executed))
        .findFirst()
        .orElse(executed.isAfter(file.effectiveOn()) ? file.effectiveOn() : executed);
  }

  private Map<String, LocalDate> openings() {
    Map<String, LocalDate> openings = new LinkedHashMap<>();
    for (Entry entry : file.entries()) {
      for (PartyJournal.Line posting : file.book().lines(entry.postings())) {
        openings.putIfAbsent(posting.account(), entry.on());
      }
    }
    file.balances().forEach(balance -> openings.putIfAbsent(balance.account(), file.effectiveOn()));
    return openings;
  }

  private void write(Entry entry) throws IOException {
    line("");
    line(entry.on() + " * " + quoted(entry.description()));
    line("  kind: " + quoted(EnumWords.slug(entry.kind())));
    line("  clause: " + quoted(entry.clause().text()));
    if (entry.period().isPresent()) {
      line("  period: " + quoted(entry.period().get()));
    }
    if (!entry.events().isEmpty()) {
      line("  events: " + quoted(JournalFile.events(entry)));
    }
    for (Entry.Note note : entry.notes()) {
      line("  " + note.name() + ": " + quoted(note.text()));
    }
    for (PartyJournal.Line posting : file.book().lines(entry.postings())) {
      line("  " + posting.account() + "  " + posting.amount().toPlainString() + " " + file.commodity());
    }
  }

  private void writeBalances() throws IOException {
    line("");
    if (!file.effectiveOn().isBefore(LAST)) {
      line("; No balance is asserted: there is no day after " + LAST + " on which to do it.");
      return;
    }
    LocalDate after = file.effectiveOn().plusDays(1);
    for (PartyJournal.Line balance : file.balances()) {
      line(
          after + " balance " + balance.account() + "  " + balance.amount().toPlainString() + " ~ 0 "
              + file.commodity());
    }
  }

  private static String quoted(String text) {
    return "\"" + JournalFile.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
