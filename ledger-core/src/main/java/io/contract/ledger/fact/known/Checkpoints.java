package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was known after so many events, kept now and then while more becomes known: what was known earlier need not grow from nothing.
 * Safe between threads.
 */
final class Checkpoints {

  private final ConcurrentNavigableMap<Integer, Kept> kept = new ConcurrentSkipListMap<>();

  private record Kept(List<Recorded> events, Object known) {}

  /** Keeps what those events make known. */
  void keep(List<Recorded> events, Object known) {
    kept.put(events.size(), new Kept(events, known));
  }

  /** The latest kept that has at most so many events, all of them among those. */
  Optional<Object> before(List<Recorded> events, int count) {
    for (Map.Entry<Integer, Kept> entry : kept.headMap(count, true).descendingMap().entrySet()) {
      if (isAmong(entry.getValue().events(), events)) {
        return Optional.of(entry.getValue().known());
      }
    }
    return Optional.empty();
  }

  /** Facts that were only assumed may have been kept too. The same last event is the same history. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAmong(List<Recorded> events, List<Recorded> all) {
    return events.getLast() == all.get(events.size() - 1);
  }
}
