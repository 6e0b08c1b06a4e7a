package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Facts as they were after so many events, kept now and then while they grow: what was known earlier need not grow from nothing. */
final class Checkpoints {

  /** How many events lie between two of them: few enough to go over, many enough not to fill the memory. */
  private static final int EVERY = 4_096;

  private final ConcurrentNavigableMap<Integer, KnownFacts> kept = new ConcurrentSkipListMap<>();

  static void keep(KnownFacts facts) {
    if (facts.events().size() % EVERY == 0) {
      facts.memo().of(Checkpoints.class, Checkpoints::new).kept.put(facts.events().size(), facts);
    }
  }

  /** The latest kept that has at most so many events, all of them among those; {@link KnownFacts#NONE} when there is none. */
  static KnownFacts before(KnownFacts facts, int count) {
    Checkpoints checkpoints = facts.memo().of(Checkpoints.class, Checkpoints::new);
    for (Map.Entry<Integer, KnownFacts> entry : checkpoints.kept.headMap(count, true).descendingMap().entrySet()) {
      if (isAmong(entry.getValue().events(), facts.events())) {
        return entry.getValue();
      }
    }
    return KnownFacts.NONE;
  }

  /** Facts that were only assumed may have been kept too. The same last event is the same history. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAmong(List<Recorded> events, List<Recorded> all) {
    return events.getLast() == all.get(events.size() - 1);
  }
}
