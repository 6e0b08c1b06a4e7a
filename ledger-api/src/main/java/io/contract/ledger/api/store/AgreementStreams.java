package io.contract.ledger.api.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.EventMetaData;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import java.util.Iterator;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Agreements in their present state in the store. A bounded cache keeps agreements that were folded before. Every answer is
 * first brought up to date from the head of the stream, so that it is right whichever node wrote last.
 *
 * <p>Only durable states are kept, so that nobody is shown a state that a power cut could still undo. {@code
 * AgreementStreamsTest} compares a kept state with one folded from the first event.
 */
public final class AgreementStreams {

  /** The approximate memory that a folded event takes, in bytes. */
  private static final long BYTES_PER_EVENT = 1_024;

  /** The divisor of the memory: kept agreements may take one part in that many. */
  private static final long SHARE_OF_MEMORY = 4;

  private final EventStore store;
  private final Durability durability;
  private final Cache<AgreementId, Agreement> kept;

  AgreementStreams(EventStore store, Durability durability) {
    this(store, durability, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_PER_EVENT);
  }

  AgreementStreams(EventStore store, Durability durability, long mostEvents) {
    this.store = store;
    this.durability = durability;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(mostEvents)
            // More may hang on an agreement than its events, such as positions of many periods; it goes before memory runs out.
            .softValues()
            .weigher((AgreementId id, Agreement agreement) -> Math.toIntExact(agreement.nextSequence() + 1))
            .build();
  }

  /** The agreement with every committed event; {@link Agreement#NONE} when there is none with that id. */
  Agreement committed(AgreementId id) {
    Agreement before = kept.getIfPresent(id);
    Agreement state = before == null ? Agreement.NONE : before;
    DomainEventStream newer = store.readEvents(id.text(), state.nextSequence());
    while (newer.hasNext()) {
      Budget.step();
      state = state.evolve(EventMetaData.read(newer.next()));
    }
    return state;
  }

  /**
   * The agreement with every committed event, once all of them are durable; {@link Agreement#NONE} when there is none with that
   * id.
   */
  public Agreement durable(AgreementId id) {
    Agreement before = kept.getIfPresent(id);
    Agreement state = committed(id);
    if (before == null || before.nextSequence() < state.nextSequence()) {
      durability.await();
      keep(id, state);
    }
    return state;
  }

  /** The event with that sequence. */
  public Recorded event(AgreementId id, long sequence) {
    return EventMetaData.read(store.readEvents(id.text(), sequence).next());
  }

  /** The events up to that sequence. They are read as they are asked for. */
  public Iterator<Recorded> read(AgreementId id, long through) {
    DomainEventStream events = store.readEvents(id.text(), 0);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return events.hasNext() && events.peek().getSequenceNumber() <= through;
      }

      @Override
      public Recorded next() {
        Budget.step();
        return EventMetaData.read(events.next());
      }
    };
  }

  /** Keeps a state whose events are all durable, unless a later state is kept. */
  public void keep(AgreementId id, Agreement state) {
    if (state.exists()) {
      kept.asMap()
          .merge(id, state, (one, other) -> one.nextSequence() >= other.nextSequence() ? one : other);
    }
  }

  /** Forgets the kept states, so that the next answers are folded from the first event. */
  void forget() {
    kept.invalidateAll();
  }
}
