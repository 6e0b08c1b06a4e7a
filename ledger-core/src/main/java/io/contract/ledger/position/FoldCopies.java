package io.contract.ledger.position;

import io.contract.ledger.position.Happening.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies of a fold as it stood earlier, the fewer the longer ago: so many that their number grows with the logarithm of what has
 * happened, and that whoever goes back runs at most half as much again as has to be run again in any case (ADR 0016).
 */
final class FoldCopies {

  /** A copy is kept after so many happenings. */
  private static final int EVERY = 8;

  /** A copy's number can be halved so many times and no more often: of each such kind the last few are kept. */
  private static final int OF_A_KIND = 3;

  private final List<Copy> copies = new ArrayList<>();
  private int happened;

  private record Copy(int happened, ReadingFold fold) {

    int kind() {
      return Integer.numberOfTrailingZeros(happened / EVERY);
    }
  }

  /** The fold has gone on by one happening. */
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

  /** The last that has seen nothing of that moment or after it, to go on with; the later ones are forgotten. Empty: from the beginning. */
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

  /** Other terms: none can stay. */
  void clear() {
    copies.clear();
    happened = 0;
  }
}
