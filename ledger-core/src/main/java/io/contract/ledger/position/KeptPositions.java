package io.contract.ledger.position;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.Turn;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The positions of an agreement that were asked for lately, each brought up to date when it is asked for again (ADR 0016). Asking
 * again after one more payment costs that payment alone. Questions about a few different days do not disturb each other.
 */
final class KeptPositions {

  /** The most days for which positions are kept. */
  private static final int DAYS = 3;

  /** The kept positions, the latest asked for first. */
  private final List<Kept> kept = new ArrayList<>();

  private final Turn turn = new Turn();

  private record Kept(LocalDate effectiveOn, RunningPositions running) {}

  static KeptPositions of(FactsAsOf facts) {
    return facts.known().memo().of(KeptPositions.class, KeptPositions::new);
  }

  /** As {@link RunningPositions#positions(FactsAsOf)}. */
  List<Position> positions(FactsAsOf facts) {
    return with(facts, running -> running.positions(facts));
  }

  /** As {@link RunningPositions#positions(FactsAsOf, ClauseId)}. */
  List<Position> positions(FactsAsOf facts, ClauseId clause) {
    return with(facts, running -> running.positions(facts, clause));
  }

  /** As {@link RunningPositions#position}. */
  Optional<Position> position(FactsAsOf facts, ClauseId clause, Book book) {
    return with(facts, running -> running.position(facts, clause, book));
  }

  /** As {@link RunningPositions#books(FactsAsOf, ClauseId)}. */
  List<Book> books(FactsAsOf facts, ClauseId clause) {
    return with(facts, running -> running.books(facts, clause));
  }

  /** As {@link RunningPositions#reads}. */
  SequencedMap<Book, List<ReadPosition>> reads(FactsAsOf facts, ClauseId clause) {
    return with(facts, running -> running.reads(facts, clause));
  }

  private <T> T with(FactsAsOf facts, Function<RunningPositions, T> question) {
    return turn.take(
        () -> question.apply(running(facts.effectiveOn())), () -> question.apply(new RunningPositions()));
  }

  /** The positions of the day. Where there are none, new ones begin, or those not asked for longest go on to the day. */
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
