package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import java.util.Optional;
import java.util.stream.LongStream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The events in order, and which of them were taken back.
 *
 * @param withdrawnBy the withdrawal that took an event back, by the event's sequence
 */
record Events(PVector<Recorded> all, PMap<Long, Long> withdrawnBy) {

  static final Events NONE = new Events(TreePVector.empty(), HashTreePMap.empty());

  /**
   * With one event more.
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

  /** With the events of these sequences taken back. */
  Events withdrawn(LongStream sequences, long by) {
    PMap<Long, Long> more = withdrawnBy;
    for (long sequence : sequences.toArray()) {
      more = more.plus(sequence, by);
    }
    return new Events(all, more);
  }

  Optional<Long> withdrawnBy(long sequence) {
    return Optional.ofNullable(withdrawnBy.get(sequence));
  }
}
