package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.terms.ClauseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The positions of an agreement that were asked for lately, each followed along from there (ADR 0016): asking again after one more
 * payment costs that payment. Questions about different days do not disturb each other, as long as there are few such days.
 */
final class KeptPositions {

  /** For so many days positions are followed along. */
  private static final int DAYS = 3;

  /** The latest asked first. */
  private final List<Kept> kept = new ArrayList<>();

  private record Kept(LocalDate effectiveOn, RunningPositions running) {}

  static KeptPositions of(FactsAsOf facts) {
    return facts.known().memo().of(KeptPositions.class, KeptPositions::new);
  }

  /** As {@link RunningPositions#positions}. */
  synchronized List<Position> positions(FactsAsOf facts) {
    return running(facts.effectiveOn()).positions(facts);
  }

  /** As {@link RunningPositions#position}. */
  synchronized Optional<Position> position(FactsAsOf facts, ClauseHistory clause) {
    return running(facts.effectiveOn()).position(facts, clause);
  }

  /** As {@link RunningPositions#reads}. */
  synchronized List<ReadPosition> reads(FactsAsOf facts, String clause) {
    return running(facts.effectiveOn()).reads(facts, clause);
  }

  /** Those of the day; where there are none, one that has begun, or the one not asked for longest goes on to the day. */
  private RunningPositions running(LocalDate day) {
    Optional<Kept> same = kept.stream().filter(one -> one.effectiveOn().equals(day)).findFirst();
    Optional<Kept> oldest = kept.size() < DAYS ? Optional.empty() : Optional.of(kept.getLast());
    Optional<Kept> found = same.or(() -> oldest);
    found.ifPresent(kept::remove);
    RunningPositions running = found.map(Kept::running).orElseGet(RunningPositions::new);
    kept.addFirst(new Kept(day, running));
    return running;
  }
}
