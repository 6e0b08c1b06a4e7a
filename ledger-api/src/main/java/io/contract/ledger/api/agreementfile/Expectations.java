package io.contract.ledger.api.agreementfile;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The answers that a file expects: each is judged when it has been read. */
final class Expectations {

  private static final Pointer EXPECT = Pointer.ROOT.child("expect");
  private static final Type EXPECTATION = new Type.Object(FileShapes.EXPECTATION);
  private static final List<String> KINDS =
      Arrays.stream(Expectation.Kind.values()).map(Expectation.Kind::key).toList();

  private final Flaws flaws;
  private final List<Expectation> read = new ArrayList<>();

  Expectations(Flaws flaws) {
    this.flaws = flaws;
  }

  /** Takes the next expectation, which stays in memory. */
  boolean take(int index, Located item) {
    Pointer at = EXPECT.child(index);
    int before = flaws.size();
    flaws.addAll(Characters.violations(item.value(), at), item, at);
    flaws.addAll(Checker.check(item.value(), EXPECTATION, at), item, at);
    if (item.value() instanceof Value.Tree tree) {
      flaws.addAll(judge(tree, at), item, at);
      if (flaws.size() == before) {
        read.add(expectation(new Fields(tree), at, item.place()));
      }
    }
    return true;
  }

  private static List<Violation> judge(Value.Tree expectation, Pointer at) {
    List<Violation> found = new ArrayList<>(FileParts.oneOf(expectation, at, "expectation", KINDS));
    for (Expectation.Kind kind : Expectation.Kind.values()) {
      if (expectation.get(kind.key()).orElse(Value.NULL) instanceof Value.Tree expected) {
        Pointer inside = at.child(kind.key());
        kind.needed().stream()
            .filter(name -> expected.get(name).orElse(Value.NULL) instanceof Value.Null)
            .forEach(
                name -> found.add(new Violation(inside.child(name), Code.MISSING_FIELD, "'" + name + "' is required")));
        if (kind == Expectation.Kind.REFUSED) {
          found.addAll(FileParts.oneOf(expected, inside, "fact", FileParts.FACTS));
        }
      }
    }
    judgeDay(expectation, at, found);
    return found;
  }

  /** Judges whether the question may be about its day. The days of facts are judged when they are recorded. */
  private static void judgeDay(Value.Tree expectation, Pointer at, List<Violation> found) {
    if (expectation.get("effectiveOn").orElse(Value.NULL) instanceof Value.Text(var day)
        && Checker.check(Value.text(day), Type.DATE, at).isEmpty()) {
      DateRange.whyNotNameable(LocalDate.parse(day))
          .ifPresent(why -> found.add(new Violation(at.child("effectiveOn"), Code.DATE_OUT_OF_RANGE, why)));
    }
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

  /** The expectations without a flaw, in the order of the text. */
  List<Expectation> read() {
    return read;
  }
}
