package io.contract.ledger.payment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a settlement keeps of its past, for whoever compares or explains it. Settlements that go their own ways share what they kept
 * before.
 *
 * @param trail what was touched lately
 * @param movements what happened; null where nobody explains
 */
record Past(Trail trail, @Nullable PVector<Movement> movements) {

  /** Nothing has happened yet. */
  static Past beginning(boolean isExplained) {
    return new Past(Trail.BEGINNING, isExplained ? TreePVector.empty() : null);
  }

  Past with(Movement movement) {
    return movements == null ? this : new Past(trail, movements.plus(movement));
  }

  Past with(Trail.Step touched) {
    return new Past(trail.plus(touched), movements);
  }

  /** As {@link Settlement#movements}. */
  List<Movement> inOrder() {
    if (movements == null) {
      throw new IllegalStateException("expected a settlement that is explained, found one that keeps no movements");
    }
    return movements;
  }

  /** What was touched since the two parted; empty when that is too long ago to tell. */
  Optional<List<Trail.Step>> since(Past other) {
    return Trail.difference(trail, other.trail);
  }
}
