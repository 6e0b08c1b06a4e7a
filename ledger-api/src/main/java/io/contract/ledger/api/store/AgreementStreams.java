package io.contract.ledger.api.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.EventMetaData;
import io.contract.ledger.fact.Recorded;
import java.util.Iterator;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Agreements as the store has them now. A bounded cache keeps those folded before, and every answer is brought up to date from
 * the head of the stream first, so that it is right whoever wrote last, on whichever node.
 *
 * <p>Only durable states are kept, so that nobody is shown what a power cut could still take back. {@code
 * AgreementStreamsTest} compares a kept state with one folded from the first event.
 */
public final class AgreementStreams {

  /** About what an event takes in memory, folded. */
  private static final long BYTES_PER_EVENT = 1_024;

  /** The part of the memory that kept agreements may take: one in so many. */
  private static final long SHARE_OF_MEMORY = 4;

  private final EventStore store;
  private final Durability durability;
  private final Cache<String, Agreement> kept;

  AgreementStreams(EventStore store, Durability durability) {
    this(store, durability, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_EVENT);
  }

  AgreementStreams(EventStore store, Durability durability, long mostEvents) {
    this.store = store;
    this.durability = durability;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(mostEvents)
            .weigher((String id, Agreement agreement) -> Math.toIntExact(agreement.nextSequence() + 1))
            .build();
  }

  /** The agreement with every committed event; {@link Agreement#NONE} when there is none of that id. */
  Agreement committed(String id) {
    Agreement before = kept.getIfPresent(id);
    Agreement state = before == null ? Agreement.NONE : before;
    DomainEventStream newer = store.readEvents(id, state.nextSequence());
    while (newer.hasNext()) {
      state = state.evolve(EventMetaData.read(newer.next()));
    }
    return state;
  }

  /** The agreement with every event that is committed and, by then, durable; {@link Agreement#NONE} when there is none. */
  public Agreement durable(String id) {
    Agreement before = kept.getIfPresent(id);
    Agreement state = committed(id);
    if (before == null || before.nextSequence() < state.nextSequence()) {
      durability.await();
      keep(id, state);
    }
    return state;
  }

  /**
   * The event of that number.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public Recorded event(String id, long sequence) {
    return EventMetaData.read(store.readEvents(id, sequence).next());
  }

  /** The events through that number, read as they are asked for. */
  public Iterator<Recorded> read(String id, long through) {
    DomainEventStream events = store.readEvents(id, 0);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return events.hasNext() && events.peek().getSequenceNumber() <= through;
      }

      @Override
      public Recorded next() {
        return EventMetaData.read(events.next());
      }
    };
  }

  /** Keeps a state all of whose events are durable, unless a later one is kept. */
  public void keep(String id, Agreement state) {
    if (state.exists()) {
      kept.asMap()
          .merge(id, state, (one, other) -> one.nextSequence() >= other.nextSequence() ? one : other);
    }
  }

  /** Forgets what is kept, so that the next answers are folded from the first event. */
  void forget() {
    kept.invalidateAll();
  }
}
