package io.contract.ledger.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.value.EnumWords;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a journal as CSV (RFC 4180), with one row for each posting. Entries are numbered from 1. */
final class CsvJournal {

  private static final List<String> HEADER =
      List.of(
          "entry", "date", "kind", "clause", "period", "party", "account", "amount", "currency", "description",
          "events",
          "notes");

  private CsvJournal() {}

  static void write(JournalFile file, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEADER);
    int number = 0;
    for (Entry entry : file.entries()) {
      number++;
      for (PartyJournal.Line posting : file.book().lines(entry.postings())) {
        csv.writeRecord(
            Integer.toString(number),
            entry.on().toString(),
            EnumWords.slug(entry.kind()),
            entry.clause().text(),
            entry.period().orElse(""),
            posting.party().text(),
            posting.account(),
            posting.amount().toPlainString(),
            file.commodity(),
            JournalFile.oneLine(entry.description()),
            JournalFile.events(entry),
            entry.notes().stream()
                .map(note -> note.name() + "=" + JournalFile.oneLine(note.text()))
                .collect(Collectors.joining("; ")));
      }
    }
    csv.flush();
  }
}
