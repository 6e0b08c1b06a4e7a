package io.contract.ledger.api.ledger;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.ImportComparison;
import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.agreement.RecordFacts;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.agreement.StaleVersionException;
import io.contract.ledger.agreement.StoredDecisions;
import io.contract.ledger.api.store.AgreementStreams;
import io.contract.ledger.api.store.Durability;
import io.contract.ledger.api.store.EventTable;
import io.contract.ledger.api.store.IdempotencyKeyTable;
import io.contract.ledger.api.store.LedgerClock;
import io.contract.ledger.api.store.Overview;
import io.contract.ledger.api.store.OverviewFilter;
import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records facts and finds agreements. The interface, the command line and files reach the store only through this class.
 *
 * <p>A fact is durable when it is acknowledged. An agreement that is found has every fact that was acknowledged before, on any
 * node.
 */
@Service
public class Ledger {
  private static final int ATTEMPTS = 200;
  private static final long LONGEST_PAUSE_NANOS = 5_000_000;

  private final CommandGateway commands;
  private final AgreementStreams streams;
  private final EventTable events;
  private final IdempotencyKeyTable requests;
  private final Overview overview;
  private final Durability durability;
  private final LedgerClock clock;

  Ledger(
      CommandGateway commands,
      AgreementStreams streams,
      EventTable events,
      IdempotencyKeyTable requests,
      Overview overview,
      Durability durability,
      LedgerClock clock) {
    this.commands = commands;
    this.streams = streams;
    this.events = events;
    this.requests = requests;
    this.overview = overview;
    this.durability = durability;
    this.clock = clock;
  }

  /**
   * Records facts about an agreement, all or none. The first fact of a new agreement executes it.
   *
   * @return one acknowledgement for each fact, also for a fact that was recorded before
   * @throws RefusedException when a fact is refused
   * @throws StaleVersionException when the last event is not the expected one
   * @throws IdempotencyKeyReusedException when the key was recorded with another request
   * @throws IllegalArgumentException when there is no fact, or when the facts execute an agreement with another id
   */
  public Outcome record(AgreementId agreementId, List<Fact> facts, RecordingOptions options) {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("expected at least one fact to record");
    }
    return record(
        agreementId,
        options.key(),
        () -> new RecordFacts(
            agreementId, facts, options.by(), clock.now(), clock, options.expectedSequence()));
  }

  /**
   * Records a history under a new agreement, all or nothing. Recording the same history again changes nothing.
   *
   * @param options who imports it; no last event can be expected
   * @throws RefusedException when an entry is refused
   * @throws io.contract.ledger.agreement.HistoryDiffersException when the agreement has another history
   * @throws IdempotencyKeyReusedException when the key was recorded with another request
   * @throws IllegalArgumentException when there is no entry, or when an entry is later than the clock or earlier than the entry
   * before it
   */
  public Outcome importHistory(
      AgreementId agreementId, List<ImportHistory.Entry> entries, RecordingOptions options) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("expected at least one entry to import");
    }
    Instant now = clock.now();
    if (entries.getLast().at().isAfter(now)) {
      throw new IllegalArgumentException("expected no entry after " + now + ", found " + entries.getLast().at());
    }
    return record(
        agreementId, options.key(), () -> new ImportHistory(agreementId, entries, options.by(), clock.now()));
  }

  /**
   * Decides on a history as {@link #importHistory} does, and records nothing.
   *
   * @throws RefusedException when an entry is refused
   * @throws io.contract.ledger.agreement.HistoryDiffersException when the agreement has another history
   */
  public void tryHistory(AgreementId agreementId, List<ImportHistory.Entry> entries, String by) {
    ImportComparison.decide(
        new ImportHistory(agreementId, entries, by, clock.now()), find(agreementId).orElse(Agreement.NONE));
  }

  /** The time of the ledger's clock, in microseconds. It never goes back, on whichever node it is asked for. */
  public Instant now() {
    return clock.now();
  }

  /**
   * Returns when nothing can be recorded at or before the instant any more, so that a question about it gets the same answer for good.
   *
   * @param instant not later than {@link #now}
   * @throws io.contract.ledger.api.store.NotSettledException when that takes too long
   */
  public void settle(Instant instant) {
    clock.settle(instant);
  }

  /** The agreement with every acknowledged fact; empty when there is none with that id. */
  public Optional<Agreement> find(AgreementId agreementId) {
    return Optional.of(streams.durable(agreementId)).filter(Agreement::exists);
  }

  /**
   * The events of an agreement; empty when there is none with that id. They are read from the store one after another as they
   * are asked for, so that a long history need not fit into memory.
   */
  public Optional<Events> events(AgreementId agreementId) {
    return events.lastSequence(agreementId)
        .map(sequence -> new Events(agreementId, streams.event(agreementId, sequence)));
  }

  /** The events of an agreement, up to the last one that the question uses. */
  public final class Events {
    private final AgreementId agreementId;
    private final Recorded last;

    private Events(AgreementId agreementId, Recorded last) {
      this.agreementId = agreementId;
      this.last = last;
    }

    /** The agreement's id. */
    public AgreementId agreement() {
      return agreementId;
    }

    /** The last of these events. */
    public Recorded last() {
      return last;
    }

    /** The events recorded at or before the instant; empty when there are none. */
    public Optional<Events> knownAt(Instant instant) {
      long known =
          Recorded.countKnownAt(instant, last.sequence() + 1, sequence -> streams.event(agreementId, sequence));
      return known == 0
          ? Optional.empty()
          : Optional.of(new Events(agreementId, streams.event(agreementId, known - 1)));
    }

    /** Reads the events from the first. Each call reads them again. */
    public Iterator<Recorded> read() {
      durability.await();
      return streams.read(agreementId, last.sequence());
    }
  }

  /**
   * The ids of the agreements that a question across agreements can be about, in the order of their text.
   *
   * @param after the id after which the list begins
   * @param most the largest number of ids
   */
  public List<AgreementId> agreements(OverviewFilter by, Optional<AgreementId> after, int most) {
    return overview.ids(by, after, most);
  }

  /**
   * Records, and tries again after another writer was first, on the state that it left. Neither writer's facts are lost, and
   * neither learns of the other. A request that was recorded under the key gets its first acknowledgement again, even if the
   * command would now be refused because of it.
   */
  private Outcome record(AgreementId agreementId, @Nullable RequestKey key, Supplier<Object> command) {
    durability.requireSpace();
    for (int attempt = 1; true; attempt++) {
      Optional<Outcome> before = earlier(agreementId, key);
      if (before.isPresent()) {
        return before.get();
      }
      try {
        return acknowledge(agreementId, commands.sendAndWait(message(command.get(), key)));
      } catch (ConcurrencyException | AggregateStreamCreationException otherWriter) {
        if (attempt == ATTEMPTS) {
          throw otherWriter;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      } catch (RefusedException | StaleVersionException refused) {
        return earlier(agreementId, key).orElseThrow(() -> refused);
      }
    }
  }

  private static Object message(Object command, @Nullable RequestKey key) {
    return key == null ? command : new GenericCommandMessage<>(command, Map.of(IdempotencyKeyTable.KEY, key));
  }

  /** The earlier outcome of the request; empty when it was not sent before. */
  private Optional<Outcome> earlier(AgreementId agreementId, @Nullable RequestKey key) {
    return key == null
        ? Optional.empty()
        : requests.find(agreementId, key).map(kept -> again(agreementId, key, kept));
  }

  private Outcome again(AgreementId agreementId, RequestKey key, IdempotencyKeyTable.Kept kept) {
    if (!kept.digest().equals(key.digest())) {
      throw new IdempotencyKeyReusedException(key.key());
    }
    Agreement agreement = find(agreementId).orElseThrow();
    List<Decisions.Entry> entries =
        kept.sequences().stream()
            .map(sequence -> new Decisions.Entry(agreement.event(sequence).orElseThrow(), false))
            .toList();
    return outcome(agreementId, new StoredDecisions(new Decisions(entries, agreement), List.of()));
  }

  private Outcome acknowledge(AgreementId agreementId, StoredDecisions result) {
    durability.await();
    streams.keep(agreementId, result.decisions().state());
    return outcome(agreementId, result);
  }

  private Outcome outcome(AgreementId agreementId, StoredDecisions result) {
    Decisions decisions = result.decisions();
    Iterator<String> newIds = result.eventIds().iterator();
    Map<Long, String> earlierIds =
        events.eventIds(
            agreementId,
            decisions.entries().stream().filter(entry -> !entry.isNew()).map(entry -> entry.recorded().sequence())
                .toList());
    List<Acknowledgement> acknowledgements = new ArrayList<>();
    for (Decisions.Entry entry : decisions.entries()) {
      Recorded recorded = entry.recorded();
      String eventId =
          entry.isNew()
              ? newIds.next()
              : Objects.requireNonNull(earlierIds.get(recorded.sequence()));
      acknowledgements.add(
          new Acknowledgement(
              agreementId, recorded.sequence(), recorded.kind().type(), recorded.recordedAt(), eventId,
              entry.isNew()));
    }
    return new Outcome(acknowledgements, decisions.state().nextSequence() - 1);
  }
}
