package io.contract.ledger.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects violations: the first {@value #MOST} as they are, the others as a number. A small text can be wrong in a million places, and
 * nobody reads a million sentences.
 */
final class FoundViolations {

  static final int MOST = 100;

  private final List<Violation> first = new ArrayList<>();
  private int more;

  void add(Violation violation) {
    if (first.size() < MOST) {
      first.add(violation);
    } else {
      more++;
    }
  }

  void addAll(FoundViolations others) {
    others.first.forEach(this::add);
    more += others.more;
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  /**
   * The violations in the order in which they were found. If there are more than {@value #MOST}, one more says how many.
   *
   * @param whole the place that all of them are in
   */
  List<Violation> list(Pointer whole) {
    if (more == 0) {
      return List.copyOf(first);
    }
    List<Violation> all = new ArrayList<>(first);
    all.add(
        new Violation(
            whole, first.getFirst().code(),
            "and " + more + " more violations; " + MOST + " are listed at a time"));
    return List.copyOf(all);
  }
}
