package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Entry;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The journal: balanced entries as the parties book them, and the balances that the ledger states for the accounts. */
public final class JournalAnswer {

  private static final Shape POSTING =
      Shape.of("Posting")
          .required("party", SLUG, "Whose account it is.")
          .required("account", TEXT,
              "The account: kind, party, clause, what it is for and, where there is one, the period.")
          .required("amount", SUM, "Above zero a debit, below zero a credit.");

  private static final Shape NOTE =
      Shape.of("JournalNote")
          .required("name", SLUG, "What is noted: forgone, reference, reason, value-on, paid-in or fx-rate.")
          .required("text", TEXT, "The note.");

  private static final Shape ENTRY =
      Shape.of("JournalEntry")
          .required("on", DATE, "The business day on which the ledger's answers begin to show it.")
          .required("kind", EnumWords.oneOf(Entry.Kind.values()), "What happened.")
          .required("clause", SLUG, "The clause, a revenue share or a fixed payment.")
          .required("period", nullable(TEXT), "The period that it is about; null where there is none, or several.")
          .required("description", TEXT, "What happened, in words.")
          .required("events", listOf(AnswerHead.SEQUENCE, 0), "Sequences of the events that caused it.")
          .required("notes", listOf(object(NOTE), 0), "What else is known of it.")
          .required("postings", listOf(object(POSTING), 0), "They sum to zero in the book of each party.");

  public static final Shape SHAPE =
      AnswerHead.shape("Journal")
          .required("currency", CURRENCY, "The currency of every amount.")
          .required("entries", listOf(object(ENTRY), 0), "In order of their days.")
          .required(
              "balances",
              listOf(object(POSTING), 0),
              "What the ledger's positions say the accounts stand at on the day; accounts at zero are left out.");

  private JournalAnswer() {}

  /** The answer as one tree. */
  public static Value.Tree write(AnswerHead asked, PartyJournal book) {
    return asked.begin()
        .put("currency", currency(book))
        .put("entries", entries(book).toList())
        .put("balances", balances(book))
        .build();
  }

  /**
   * Writes the same bytes as the answer in one piece, entry by entry, so that the text of a long journal is never in memory as
   * a whole.
   */
  public static void write(AnswerHead asked, PartyJournal book, OutputStream out) throws IOException {
    String head = JsonText.write(asked.begin().put("currency", currency(book)).build());
    write(out, head.substring(0, head.length() - 1) + ",\"entries\":[");
    String before = "";
    for (Value.Tree entry : (Iterable<Value.Tree>) entries(book)::iterator) {
      write(out, before + JsonText.write(entry));
      before = ",";
    }
    String tail = JsonText.write(new TreeBuilder().put("balances", balances(book)).build());
    write(out, "]," + tail.substring(1));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String currency(PartyJournal book) {
    return book.journal().currency().code();
  }

  private static Stream<Value.Tree> entries(PartyJournal book) {
    return book.journal().entries().stream()
        .filter(entry -> !book.lines(entry.postings()).isEmpty())
        .map(entry -> entry(book, entry));
  }

  private static List<Value.Tree> balances(PartyJournal book) {
    return book.lines(book.journal().balances()).stream()
        .filter(line -> !line.amount().isZero())
        .map(JournalAnswer::posting)
        .toList();
  }

  private static Value.Tree entry(PartyJournal book, Entry entry) {
    List<Value.Tree> notes =
        entry.notes().stream()
            .map(note -> new TreeBuilder().put("name", note.name()).put("text", note.text()).build())
            .toList();
    return new TreeBuilder()
        .put("on", entry.on())
        .put("kind", EnumWords.slug(entry.kind()))
        .put("clause", entry.clause())
        .put("period", entry.period().<Value>map(Value::text).orElse(Value.NULL))
        .put("description", entry.description())
        .put("events", entry.events().stream().map(Value::number).toList())
        .put("notes", notes)
        .put("postings", book.lines(entry.postings()).stream().map(JournalAnswer::posting).toList())
        .build();
  }

  private static Value.Tree posting(PartyJournal.Line line) {
    return new TreeBuilder()
        .put("party", line.party())
        .put("account", line.account())
        .put("amount", line.amount().toPlainString())
        .build();
  }
}
