package io.contract.ledger.api.agreementfile;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a file's history: each is judged when it has been read, and only its fact is kept. */
final class HistoryEntries {

  private static final Pointer HISTORY = Pointer.ROOT.child("history");
  private static final Type ENTRY = new Type.Object(FileShapes.ENTRY);

  private final Flaws flaws;
  private final HiddenCharacters hidden;
  private final Places.Maker places;
  private final long most;
  private final List<AgreementFile.Entry> entries = new ArrayList<>();
  private final List<Early> early = new ArrayList<>();
  private @Nullable Instant latest;

  /** An entry near the beginning, which may turn out to be earlier than the agreement. */
  private record Early(int index, Instant at, Place place) {}

  /** @param most how many entries there may be */
  HistoryEntries(Flaws flaws, HiddenCharacters hidden, Places.Maker places, long most) {
    this.most = most;
    this.flaws = flaws;
    this.hidden = hidden;
    this.places = places;
  }

  /** Takes the next entry; nothing of its text stays in memory but where its parts stand. */
  boolean take(int index, Located item) {
    Pointer at = HISTORY.child(index);
    if (index >= most) {
      throw new Unreadable(
          item.place(), at,
          "the history has more than " + most + " entries, which are as many as fit into the server's memory at a time;"
              + " start it with more (java -Xmx…)");
    }
    hidden.add(Characters.violations(item.value(), at), item, at);
    int before = flaws.size();
    flaws.addAll(Checker.check(item.value(), ENTRY, at), item, at);
    if (item.value() instanceof Value.Tree tree) {
      flaws.addAll(FileParts.oneOf(tree, at, "fact", FileParts.FACTS), item, at);
      FileParts.instant(tree.get("at")).ifPresent(recordedAt -> judgeOrder(index, recordedAt, item));
      if (flaws.size() == before) {
        entries.add(entry(index + 1, tree, item));
      }
    }
    return false;
  }

  private AgreementFile.Entry entry(int number, Value.Tree tree, Located item) {
    Fields entry = new Fields(tree);
    FactKind kind = FileParts.kindOf(tree);
    return new AgreementFile.Entry(
        number,
        kind.read(entry.object(kind.key()).tree()),
        entry.instant("at"),
        entry.optionalText("by").orElse(null),
        places.of(item.part(kind.key())));
  }

  /** Checks that the entry is not recorded before one above it. */
  private void judgeOrder(int index, Instant at, Located item) {
    Instant above = latest;
    if (above != null && at.isBefore(above)) {
      flaws.add(falls(index, at, item.part("at").place(), above, "that of the entry above"));
      return;
    }
    latest = at;
    if (early.size() < Flaws.MOST) {
      early.add(new Early(index, at, item.part("at").place()));
    }
  }

  /**
   * Checks that no entry is recorded before the agreement, whose time may stand after them in the text.
   *
   * @param agreementAt when the agreement was recorded
   * @param why what that time is
   */
  void judgeOrderAfter(Instant agreementAt, String why) {
    early.stream()
        .filter(entry -> entry.at().isBefore(agreementAt))
        .forEach(entry -> flaws.add(falls(entry.index(), entry.at(), entry.place(), agreementAt, why)));
  }

  private static Flaw falls(int index, Instant at, Place place, Instant above, String why) {
    return new Flaw(place, HISTORY.child(index).child("at"), Code.INVALID_VALUE,
        "'at' falls: " + at + " is before " + above + ", " + why);
  }

  /** The entries without a flaw, in the order of the text. */
  List<AgreementFile.Entry> entries() {
    return entries;
  }
}
