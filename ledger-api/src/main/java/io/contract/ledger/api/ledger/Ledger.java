package io.contract.ledger.api.ledger;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.Decisions;
import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.agreement.RecordFacts;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.agreement.StaleVersionException;
import io.contract.ledger.agreement.StoredDecisions;
import io.contract.ledger.api.store.AgreementStreams;
import io.contract.ledger.api.store.Durability;
import io.contract.ledger.api.store.EventTable;
import io.contract.ledger.api.store.Narrowing;
import io.contract.ledger.api.store.Overview;
import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.api.store.RequestKeyTable;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records facts and finds agreements: the one way from the interface, the command line and files to the store.
 *
 * <p>What it acknowledges is durable. What it finds has every fact that was acknowledged before, on whichever node.
 */
@Service
public class Ledger {
  private static final int ATTEMPTS = 200;
  private static final long LONGEST_PAUSE_NANOS = 5_000_000;

  private final CommandGateway commands;
  private final AgreementStreams streams;
  private final EventTable events;
  private final RequestKeyTable requests;
  private final Overview overview;
  private final Durability durability;
  private final InstantSource clock;

  Ledger(
      CommandGateway commands,
      AgreementStreams streams,
      EventTable events,
      RequestKeyTable requests,
      Overview overview,
      Durability durability,
      InstantSource clock) {
    this.commands = commands;
    this.streams = streams;
    this.events = events;
    this.requests = requests;
    this.overview = overview;
    this.durability = durability;
    this.clock = clock;
  }

  /**
   * Records facts about an agreement, all or none; the first fact of a new agreement executes it.
   *
   * @return one acknowledgement for each fact, also for one that was recorded before
   * @throws RefusedException when a fact is refused
   * @throws StaleVersionException when another last event was expected
   * @throws IdempotencyKeyReusedException when the key was recorded with another request
   * @throws IllegalArgumentException when there is no fact, or the agreement executed has another id
   */
  public Outcome record(String agreementId, List<Fact> facts, RecordingOptions options) {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("expected at least one fact to record");
    }
    return record(
        agreementId,
        options.key(),
        now -> new RecordFacts(agreementId, facts, options.by(), now, options.expectedSequence()));
  }

  /**
   * Records a history under a new agreement, all or nothing. The same history again changes nothing.
   *
   * @param options who imports it; there is no last event to expect
   * @throws RefusedException when an entry is refused
   * @throws io.contract.ledger.agreement.HistoryDiffersException when the agreement has another history
   * @throws IdempotencyKeyReusedException when the key was recorded with another request
   * @throws IllegalArgumentException when there is no entry, or one is later than the clock or earlier than the one before
   */
  public Outcome importHistory(
      String agreementId, List<ImportHistory.Entry> entries, RecordingOptions options) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("expected at least one entry to import");
    }
    Instant now = clock.instant();
    if (entries.getLast().at().isAfter(now)) {
      throw new IllegalArgumentException("expected no entry after " + now + ", found " + entries.getLast().at());
    }
    return record(
        agreementId, options.key(), instant -> new ImportHistory(agreementId, entries, options.by(), instant));
  }

  /** The agreement with everything that has been acknowledged; empty when there is none of that id. */
  public Optional<Agreement> find(String agreementId) {
    return Optional.of(streams.durable(agreementId)).filter(Agreement::exists);
  }

  /**
   * The events of an agreement, to be read one after another; empty when there is none of that id. They are read from the store
   * as they are asked for, so that a long history need not fit into memory.
   */
  public Optional<Events> events(String agreementId) {
    return events.lastSequence(agreementId)
        .map(sequence -> new Events(agreementId, streams.event(agreementId, sequence)));
  }

  /** The events of an agreement through the last that is asked about. */
  public final class Events {
    private final String agreementId;
    private final Recorded last;

    private Events(String agreementId, Recorded last) {
      this.agreementId = agreementId;
      this.last = last;
    }

    /** The agreement's id. */
    public String agreement() {
      return agreementId;
    }

    /** The last of them. */
    public Recorded last() {
      return last;
    }

    /** Those recorded at or before the instant; empty when none was. */
    public Optional<Events> knownAt(Instant instant) {
      long known =
          Recorded.countKnownAt(instant, last.sequence() + 1, sequence -> streams.event(agreementId, sequence));
      return known == 0
          ? Optional.empty()
          : Optional.of(new Events(agreementId, streams.event(agreementId, known - 1)));
    }

    /** Reads them from the first; each call reads anew. */
    public Iterator<Recorded> read() {
      durability.await();
      return streams.read(agreementId, last.sequence());
    }
  }

  /**
   * The ids of the agreements that a question across agreements can be about, in their order as text.
   *
   * @param after only those behind that one
   * @param most at most so many
   */
  public List<String> agreements(Narrowing by, Optional<String> after, int most) {
    return overview.ids(by, after, most);
  }

  /**
   * Tries again where another writer was first, on the state that one left: neither is lost, nor told of the other. What was
   * recorded under the key is acknowledged as it was, also where it is what the command is refused for.
   */
  private Outcome record(String agreementId, @Nullable RequestKey key, Function<Instant, Object> command) {
    for (int attempt = 1; true; attempt++) {
      Optional<Outcome> before = earlier(key);
      if (before.isPresent()) {
        return before.get();
      }
      try {
        return acknowledge(agreementId, commands.sendAndWait(message(command.apply(clock.instant()), key)));
      } catch (ConcurrencyException | AggregateStreamCreationException otherWriter) {
        if (attempt == ATTEMPTS) {
          throw otherWriter;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      } catch (RefusedException | StaleVersionException refused) {
        return earlier(key).orElseThrow(() -> refused);
      }
    }
  }

  private static Object message(Object command, @Nullable RequestKey key) {
    return key == null ? command : new GenericCommandMessage<>(command, Map.of(RequestKeyTable.KEY, key));
  }

  /** What the request was acknowledged with when it was sent before. */
  private Optional<Outcome> earlier(@Nullable RequestKey key) {
    return key == null ? Optional.empty() : requests.find(key).map(kept -> again(key, kept));
  }

  private Outcome again(RequestKey key, RequestKeyTable.Kept kept) {
    if (!kept.digest().equals(key.digest())) {
      throw new IdempotencyKeyReusedException(key.key());
    }
    String agreementId = kept.agreement();
    Agreement agreement = find(agreementId).orElseThrow();
    List<Decisions.Entry> entries =
        kept.sequences().stream()
            .map(sequence -> new Decisions.Entry(agreement.event(sequence).orElseThrow(), false))
            .toList();
    return outcome(agreementId, new StoredDecisions(new Decisions(entries, agreement), List.of()));
  }

  private Outcome acknowledge(String agreementId, StoredDecisions result) {
    durability.await();
    streams.keep(agreementId, result.decisions().state());
    return outcome(agreementId, result);
  }

  private Outcome outcome(String agreementId, StoredDecisions result) {
    Decisions recordings = result.decisions();
    Iterator<String> newIds = result.eventIds().iterator();
    Map<Long, String> earlierIds =
        events.eventIds(
            agreementId,
            recordings.entries().stream().filter(entry -> !entry.isNew()).map(entry -> entry.recorded().sequence())
                .toList());
    List<Acknowledgement> acknowledgements = new ArrayList<>();
    for (Decisions.Entry entry : recordings.entries()) {
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
    return new Outcome(acknowledgements, recordings.state().nextSequence() - 1);
  }
}
