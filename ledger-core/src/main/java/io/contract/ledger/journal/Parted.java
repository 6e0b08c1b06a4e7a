package io.contract.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import org.pcollections.PStack;

/**
 * What two stacks have each by itself. What both rest on, one object in both, is never looked at: much has settled a claim, and a day
 * adds little to it.
 *
 * @param gone what only the one before has, the latest first
 * @param come what only the one after has, the latest first
 */
record Parted<T>(List<T> gone, List<T> come) {

  @SuppressWarnings("ReferenceEquality")
  static <T> Parted<T> of(PStack<T> before, PStack<T> after) {
    List<T> gone = new ArrayList<>();
    List<T> come = new ArrayList<>();
    PStack<T> was = before;
    PStack<T> is = after;
    while (was != is && !(was.isEmpty() && is.isEmpty())) {
      if (was.size() >= is.size()) {
        gone.add(was.get(0));
        was = was.subList(1);
      } else {
        come.add(is.get(0));
        is = is.subList(1);
      }
    }
    return new Parted<>(gone, come);
  }
}
