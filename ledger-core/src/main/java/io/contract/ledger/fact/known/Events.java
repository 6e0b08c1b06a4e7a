package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The events in order, with the withdrawals among them.
 *
 * @param withdrawnBy the sequence of the withdrawal, by that of the event withdrawn
 */
record Events(PVector<Recorded> all, PMap<Long, Long> withdrawnBy) {

  static final Events NONE = new Events(TreePVector.empty(), HashTreePMap.empty());

  /**
   * These events and one more.
   *
   * @throws IllegalStateException when its sequence is not the next
   */
  Events plus(Recorded recorded) {
    if (recorded.sequence() != all.size()) {
      throw new IllegalStateException(
          "expected the event of sequence " + all.size() + ", found " + recorded.sequence());
    }
    return new Events(all.plus(recorded), withdrawnBy);
  }

  /**
   * These events, those of the sequences withdrawn.
   *
   * @throws IllegalStateException when one of them is withdrawn already
   */
  Events withdrawn(LongStream sequences, long by) {
    PMap<Long, Long> more = withdrawnBy;
    for (long sequence : sequences.toArray()) {
      if (more.containsKey(sequence)) {
        throw new IllegalStateException("expected an event that stands, found " + sequence + " withdrawn already");
      }
      more = more.plus(sequence, by);
    }
    return new Events(all, more);
  }

  /** The events that were withdrawn, each with its withdrawal, in no order. */
  Stream<Withdrawn> withdrawn() {
    return withdrawnBy.entrySet().stream().map(
        entry -> new Withdrawn(all.get(Math.toIntExact(entry.getKey())), all.get(Math.toIntExact(entry.getValue()))));
  }

  Optional<Long> withdrawnBy(long sequence) {
    return Optional.ofNullable(withdrawnBy.get(sequence));
  }
}
