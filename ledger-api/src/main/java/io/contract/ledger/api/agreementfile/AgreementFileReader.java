package io.contract.ledger.api.agreementfile;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads agreement files, and names everything that makes one unreadable. */
public final class AgreementFileReader {

  /** The largest file that is read, in bytes: 10 MB. */
  public static final int LARGEST = YamlReader.LARGEST;

  private static final Comparator<Flaw> BY_PLACE =
      Comparator.comparingInt((Flaw flaw) -> flaw.place().line()).thenComparingInt(flaw -> flaw.place().column());

  private static final Pointer HISTORY = Pointer.ROOT.child("history");
  private static final Pointer EXPECT = Pointer.ROOT.child("expect");

  private static final List<String> FACTS = FactKind.UNDER_AGREEMENT.stream().map(FactKind::key).toList();
  private static final List<String> EXPECTATIONS =
      Arrays.stream(Expectation.Kind.values()).map(Expectation.Kind::key).toList();

  private AgreementFileReader() {}

  /**
   * The file that was read, or the reasons why it is unreadable.
   *
   * @param flaws in the order of the text; empty exactly when there is a file
   */
  public record Result(Optional<AgreementFile> file, List<Flaw> flaws) {}

  /**
   * Reads YAML or JSON in UTF-8.
   *
   * @param name the file's name, for messages
   */
  public static Result read(String name, byte[] bytes) {
    YamlReader.Result read = YamlReader.read(bytes);
    List<Flaw> flaws = new ArrayList<>(read.flaws());
    if (read.root().isEmpty()) {
      return new Result(Optional.empty(), List.copyOf(flaws));
    }
    Located text = read.root().get();
    violations(text.value()).forEach(violation -> flaws.add(Flaw.of(violation, text)));
    if (!flaws.isEmpty()) {
      return new Result(Optional.empty(), flaws.stream().distinct().sorted(BY_PLACE).toList());
    }
    return new Result(Optional.of(file(name, text)), List.of());
  }

  private static List<Violation> violations(Value whole) {
    List<Violation> found = new ArrayList<>(Characters.violations(whole, Pointer.ROOT));
    found.addAll(Checker.check(whole, new Type.Object(FileShapes.FILE), Pointer.ROOT));
    if (whole instanceof Value.Tree tree) {
      judge(tree, "history", HISTORY, (entry, at) -> judgeOneOf(entry, at, "fact", FACTS, found));
      judge(tree, "expect", EXPECT, (expectation, at) -> judgeExpectation(expectation, at, found));
      judge(tree, "expect", EXPECT, (expectation, at) -> judgeDay(expectation, at, found));
      judgeOrder(tree, found);
    }
    return found;
  }

  private interface Judge {
    void judge(Value.Tree item, Pointer at);
  }

  private static void judge(Value.Tree file, String list, Pointer path, Judge judge) {
    if (file.get(list).orElse(Value.NULL) instanceof Value.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        if (items.items().get(i) instanceof Value.Tree item) {
          judge.judge(item, path.child(i));
        }
      }
    }
  }

  private static void judgeExpectation(Value.Tree expectation, Pointer at, List<Violation> found) {
    judgeOneOf(expectation, at, "expectation", EXPECTATIONS, found);
    for (Expectation.Kind kind : Expectation.Kind.values()) {
      if (expectation.get(kind.key()).orElse(Value.NULL) instanceof Value.Tree expected) {
        Pointer inside = at.child(kind.key());
        kind.needed().stream()
            .filter(name -> expected.get(name).orElse(Value.NULL) instanceof Value.Null)
            .forEach(
                name -> found.add(new Violation(inside.child(name), Code.MISSING_FIELD, "'" + name + "' is required")));
        if (kind == Expectation.Kind.REFUSED) {
          judgeOneOf(expected, inside, "fact", FACTS, found);
        }
      }
    }
  }

  /** Checks that the question may be about its day. The days of facts are judged when they are recorded. */
  private static void judgeDay(Value.Tree expectation, Pointer at, List<Violation> found) {
    Value day = expectation.get("effectiveOn").orElse(Value.NULL);
    if (Checker.check(day, Type.DATE, at).isEmpty()) {
      DateRange.whyNotNameable(LocalDate.parse(((Value.Text) day).text()))
          .ifPresent(why -> found.add(new Violation(at.child("effectiveOn"), Code.DATE_OUT_OF_RANGE, why)));
    }
  }

  private static void judgeOneOf(Value.Tree tree, Pointer at, String what, List<String> keys, List<Violation> found) {
    List<String> there = keys.stream().filter(key -> tree.get(key).isPresent()).toList();
    if (there.isEmpty()) {
      found.add(new Violation(at, Code.MISSING_FIELD,
          "no " + what + " is here; one of " + String.join(", ", keys) + " is needed"));
    } else if (there.size() > 1) {
      found.add(
          new Violation(at.child(there.get(1)), Code.INVALID_VALUE,
              "one " + what + " at a time: " + String.join(" and ", there) + " are here"));
    }
  }

  /** Checks that no fact is recorded before the one above it. */
  private static void judgeOrder(Value.Tree file, List<Violation> found) {
    Optional<Instant> latest = agreementAt(file);
    if (!(file.get("history").orElse(Value.NULL) instanceof Value.Items history)) {
      return;
    }
    String before =
        file.get("at").isPresent() ? "when the agreement was recorded" : "the start of the agreement's executedOn";
    for (int i = 0; i < history.items().size(); i++) {
      Optional<Instant> at =
          history.items().get(i) instanceof Value.Tree entry ? instant(entry.get("at")) : Optional.empty();
      if (at.isEmpty()) {
        continue;
      }
      if (latest.filter(at.get()::isBefore).isPresent()) {
        found.add(
            new Violation(
                HISTORY.child(i).child("at"),
                Code.INVALID_VALUE,
                "'at' falls: " + at.get() + " is before " + latest.get() + ", " + before));
      } else {
        latest = at;
        before = "that of the entry above";
      }
    }
  }

  private static Optional<Instant> agreementAt(Value.Tree file) {
    if (file.get("at").isPresent()) {
      return instant(file.get("at"));
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

  private static Optional<Instant> instant(Optional<Value> value) {
    if (value.orElse(Value.NULL) instanceof Value.Text text) {
      try {
        return Optional.of(Instant.parse(text.text()));
      } catch (DateTimeException malformed) {
        // Another check judges the form and names what is wrong with it.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static AgreementFile file(String name, Located text) {
    Fields file = Fields.of(text.value());
    AgreementExecution execution = (AgreementExecution) FactKind.AGREEMENT.read(file.object("agreement").tree());
    List<AgreementFile.Entry> history = new ArrayList<>();
    history.add(
        new AgreementFile.Entry(
            Pointer.ROOT.child("agreement"),
            execution,
            file.has("at") ? file.instant("at") : startOf(execution.agreement()),
            file.optionalText("by").orElse(null)));
    for (Value entry : file.list("history")) {
      history.add(entry(Fields.of(entry), HISTORY.child(history.size() - 1)));
    }
    List<Expectation> expectations = new ArrayList<>();
    for (Value expectation : file.list("expect")) {
      Pointer path = EXPECT.child(expectations.size());
      expectations.add(expectation(Fields.of(expectation), path, text.placeOf(path)));
    }
    return new AgreementFile(name, text, execution.agreement(), history, expectations);
  }

  private static AgreementFile.Entry entry(Fields entry, Pointer at) {
    FactKind kind = kindOf(entry.tree());
    return new AgreementFile.Entry(
        at.child(kind.key()),
        kind.read(entry.object(kind.key()).tree()),
        entry.instant("at"),
        entry.optionalText("by").orElse(null));
  }

  /** The kind of the fact in a tree that is known to hold exactly one. */
  static FactKind kindOf(Value.Tree tree) {
    return tree.entries().keySet().stream().flatMap(key -> FactKind.keyed(key).stream()).findFirst().orElseThrow();
  }

  private static Expectation expectation(Fields expectation, Pointer path, Place place) {
    Expectation.Kind kind =
        expectation.tree().entries().keySet().stream()
            .flatMap(key -> Expectation.Kind.named(key).stream())
            .findFirst()
            .orElseThrow();
    return new Expectation(
        path,
        place,
        expectation.optionalText("that"),
        kind,
        expectation.optionalDate("effectiveOn"),
        expectation.has("knownAt") ? Optional.of(expectation.instant("knownAt")) : Optional.empty(),
        expectation.list("with"),
        expectation.object(kind.key()).tree());
  }
}
