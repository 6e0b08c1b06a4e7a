package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was known after certain numbers of events, kept so that an earlier state need not be built from the first event.
 * Thread-safe.
 */
final class Checkpoints {

  private final ConcurrentNavigableMap<Integer, Kept> kept = new ConcurrentSkipListMap<>();

  private record Kept(List<Recorded> events, Object known) {}

  /** Keeps what the events make known. */
  void keep(List<Recorded> events, Object known) {
    kept.put(events.size(), new Kept(events, known));
  }

  /** The latest state kept that has at most {@code count} events, all of them among these. */
  Optional<Object> before(List<Recorded> events, int count) {
    for (Map.Entry<Integer, Kept> entry : kept.headMap(count, true).descendingMap().entrySet()) {
      if (isAmong(entry.getValue().events(), events)) {
        return Optional.of(entry.getValue().known());
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a kept state belongs to this history. Supposed facts may have been kept too. Histories with the same last event are the
   * same.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAmong(List<Recorded> events, List<Recorded> all) {
    return events.getLast() == all.get(events.size() - 1);
  }
}
