package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The flaws of a text, as they are found. After so many that nobody reads them, reading stops. */
final class Flaws {

  /** How many flaws are named. */
  static final int MOST = 1_000;

  private static final Comparator<Flaw> BY_PLACE =
      Comparator.comparingInt((Flaw flaw) -> flaw.place().line()).thenComparingInt(flaw -> flaw.place().column());

  private final List<Flaw> found = new ArrayList<>();

  /**
   * Adds a flaw.
   *
   * @throws Unreadable when there are too many
   */
  void add(Flaw flaw) {
    if (found.size() == MOST) {
      throw new Unreadable(flaw.place(), Pointer.ROOT, "there are more than 1,000 flaws; the rest is not read");
    }
    found.add(flaw);
  }

  /**
   * Adds violations of a part of the text, each with its place.
   *
   * @param at where the part stands in the text
   */
  void addAll(List<Violation> violations, Located part, Pointer at) {
    violations.forEach(violation -> add(flaw(violation, part, at)));
  }

  /** The violation of a part of the text as a flaw. */
  static Flaw flaw(Violation violation, Located part, Pointer at) {
    Pointer within = new Pointer(violation.path().path().substring(at.path().length()));
    Place place = part.placeOf(new Violation(within, violation.code(), violation.message()));
    return new Flaw(place, violation.path(), violation.code(), violation.message());
  }

  /** Adds the flaw at which reading stopped. */
  void end(Unreadable unreadable) {
    found.add(unreadable.flaw());
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int size() {
    return found.size();
  }

  /** The flaws in the order of the text, each once. */
  List<Flaw> inOrder() {
    return found.stream().distinct().sorted(BY_PLACE).toList();
  }
}
