package io.contract.ledger.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/** Stacks of what settled a claim or gave it up, the latest first. */
final class LatestFirst {

  private LatestFirst() {}

  /** The stack of those, the latest first. */
  static <T> PStack<T> of(List<T> latestFirst) {
    PStack<T> stack = ConsPStack.empty();
    for (T next : latestFirst.reversed()) {
      stack = stack.plus(next);
    }
    return stack;
  }

  /** Both together. Of one day, those of the other are the later ones. */
  static <T> PStack<T> joined(PStack<T> one, PStack<T> other, Function<T, LocalDate> day) {
    return of(Stream.concat(other.stream(), one.stream()).sorted(Comparator.comparing(day).reversed()).toList());
  }
}
