package io.contract.ledger.api.export;

import io.contract.ledger.api.answer.JournalFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a journal in the chosen format. */
final class JournalWriter {

  private JournalWriter() {}

  /** Writes the journal in UTF-8; the stream stays open. */
  static void write(JournalFile file, JournalFormat format, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    switch (format) {
      case HLEDGER -> new PlainTextJournal(file, writer, PlainTextJournal.HLEDGER).write();
      case LEDGER -> new PlainTextJournal(file, writer, PlainTextJournal.LEDGER).write();
      case BEANCOUNT -> new BeancountJournal(file, writer).write();
      case CSV -> CsvJournal.write(file, writer);
    }
    writer.flush();
  }
}
