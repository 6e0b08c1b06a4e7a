package io.contract.ledger.position;

import io.contract.ledger.position.Happening.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies of a fold in its earlier states, fewer of those longer ago. Their number grows with the logarithm of what has happened.
 * Going back runs at most half as much again as must run again in any case (ADR 0016).
 */
final class FoldCopies {

  /** The number of happenings after which a copy is kept. */
  private static final int EVERY = 8;

  /** How many copies are kept of each kind. Copies are of one kind when their numbers can be halved equally often. */
  private static final int OF_A_KIND = 3;

  private final List<Copy> copies = new ArrayList<>();
  private int happened;

  private record Copy(int happened, ReadingFold fold) {

    int kind() {
      return Integer.numberOfTrailingZeros(happened / EVERY);
    }
  }

  /** Takes note that the fold has gone on by one happening. */
  void happened(ReadingFold fold) {
    happened++;
    if (happened % EVERY == 0) {
      Copy copy = new Copy(happened, fold.copy());
      copies.add(copy);
      List<Copy> alike = copies.stream().filter(other -> other.kind() == copy.kind()).toList();
      if (alike.size() > OF_A_KIND) {
        copies.remove(alike.getFirst());
      }
    }
  }

  /**
   * The last copy from before that moment, to go on with; empty when there is none and the fold must run from the beginning. Later
   * copies are dropped.
   */
  Optional<ReadingFold> backBefore(Moment moment) {
    while (!copies.isEmpty() && copies.getLast().fold().at().compareTo(moment) >= 0) {
      copies.removeLast();
    }
    if (copies.isEmpty()) {
      happened = 0;
      return Optional.empty();
    }
    happened = copies.getLast().happened();
    return Optional.of(copies.getLast().fold().copy());
  }

  /** Drops every copy, because the terms are other ones. */
  void clear() {
    copies.clear();
    happened = 0;
  }
}
