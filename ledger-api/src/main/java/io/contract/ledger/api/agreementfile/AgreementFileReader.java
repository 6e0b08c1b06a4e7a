package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads agreement files of any length, and names everything that makes one unreadable. The facts are made while the text is read, so
 * that neither the text nor its values are in memory as a whole (ADR 0018).
 */
public final class AgreementFileReader {

  private final Flaws flaws = new Flaws();
  private final HiddenCharacters hidden = new HiddenCharacters(flaws);
  private final Places.Maker places = new Places.Maker();
  private final HistoryEntries history;
  private final Expectations expectations = new Expectations(flaws);

  private AgreementFileReader(long mostEntries) {
    this.history = new HistoryEntries(flaws, hidden, places, mostEntries);
  }

  /**
   * The file that was read, or the reasons why it is unreadable.
   *
   * @param flaws in the order of the text; empty exactly when there is a file
   */
  public record Result(Optional<AgreementFile> file, List<Flaw> flaws) {
    public Result {
      flaws = List.copyOf(flaws);
    }
  }

  /** Reads YAML or JSON in UTF-8, as {@link #read(String, InputStream)} does. */
  public static Result read(String name, byte[] bytes) {
    return read(name, new ByteArrayInputStream(bytes));
  }

  /**
   * Reads YAML or JSON in UTF-8, to the end of the stream unless it is unreadable.
   *
   * @param name the file's name, for messages
   * @throws java.io.UncheckedIOException when the stream cannot be read
   */
  public static Result read(String name, InputStream utf8) {
    return read(name, utf8, Long.MAX_VALUE);
  }

  /**
   * As {@link #read(String, InputStream)}, with at most so many entries in the history: a file with more is unreadable.
   *
   * @param mostEntries at least 0
   */
  public static Result read(String name, InputStream utf8, long mostEntries) {
    return new AgreementFileReader(mostEntries).result(name, utf8);
  }

  private Result result(String name, InputStream utf8) {
    Optional<Located> text =
        YamlReader.read(utf8, Map.of("history", history::take, "expect", expectations::take), flaws);
    try {
      text.ifPresent(this::judge);
    } catch (Unreadable tooMany) {
      flaws.end(tooMany);
    }
    return text.isEmpty() || !flaws.isEmpty()
        ? new Result(Optional.empty(), flaws.inOrder())
        : new Result(Optional.of(file(name, text.get())), List.of());
  }

  /** Judges what is not an item of the two lists; those have been judged. */
  private void judge(Located text) {
    Value whole = text.value();
    if (whole instanceof Value.Tree tree) {
      hidden.allow(HiddenCharacters.areAllowed(tree));
      agreementAt(tree).ifPresent(
          at -> history.judgeOrderAfter(at,
              tree.get("at").isPresent() ? "when the agreement was recorded"
                  : "the start of the agreement's executedOn"));
    }
    hidden.add(Characters.violations(whole, Pointer.ROOT), text, Pointer.ROOT);
    hidden.end();
    flaws.addAll(Checker.check(whole, new Type.Object(FileShapes.FILE), Pointer.ROOT), text, Pointer.ROOT);
  }

  private static Optional<Instant> agreementAt(Value.Tree file) {
    if (file.get("at").isPresent()) {
      return FileParts.instant(file.get("at"));
    }
    if (file.get("agreement").orElse(Value.NULL) instanceof Value.Tree agreement
        && agreement.get("executedOn").orElse(Value.NULL) instanceof Value.Text day
        && agreement.get("timeZone").orElse(Value.NULL) instanceof Value.Text zone) {
      try {
        return Optional.of(LocalDate.parse(day.text()).atStartOfDay(ZoneId.of(zone.text())).toInstant());
      } catch (DateTimeException malformed) {
        // Another check judges the form and names what is wrong with it.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Instant startOf(ExecutedAgreement agreement) {
    return agreement.executedOn().atStartOfDay(agreement.timeZone()).toInstant();
  }

  private AgreementFile file(String name, Located text) {
    Fields file = Fields.of(text.value());
    AgreementExecution execution = (AgreementExecution) FactKind.AGREEMENT.read(file.object("agreement").tree());
    List<AgreementFile.Entry> entries = new ArrayList<>(history.entries().size() + 1);
    entries.add(
        new AgreementFile.Entry(
            0,
            execution,
            file.has("at") ? file.instant("at") : startOf(execution.agreement()),
            file.optionalText("by").orElse(null),
            places.of(text.part("agreement"))));
    entries.addAll(history.entries());
    return new AgreementFile(name, execution.agreement(), entries, expectations.read());
  }
}
