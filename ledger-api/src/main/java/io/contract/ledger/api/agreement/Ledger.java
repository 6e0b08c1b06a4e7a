package io.contract.ledger.api.agreement;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementCommand;
import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.agreement.RecordFacts;
import io.contract.ledger.agreement.RecordingResult;
import io.contract.ledger.agreement.Recordings;
import io.contract.ledger.api.store.AgreementStreams;
import io.contract.ledger.api.store.Durability;
import io.contract.ledger.api.store.EventTable;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
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
  private final Durability durability;
  private final InstantSource clock;

  Ledger(
      CommandGateway commands,
      AgreementStreams streams,
      EventTable events,
      Durability durability,
      InstantSource clock) {
    this.commands = commands;
    this.streams = streams;
    this.events = events;
    this.durability = durability;
    this.clock = clock;
  }

  /**
   * Records facts about an agreement, all or none; the first fact of a new agreement executes it.
   *
   * @return one acknowledgement for each fact, also for one that was recorded before
   * @throws io.contract.ledger.agreement.RefusedException when a fact is refused
   * @throws io.contract.ledger.agreement.StaleVersionException when another last event was expected
   * @throws IllegalArgumentException when there is no fact, or the agreement executed has another id
   */
  public Outcome record(String agreementId, List<AgreementCommand> facts, RecordingOptions options) {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("expected at least one fact to record");
    }
    return acknowledge(
        agreementId,
        send(now -> new RecordFacts(agreementId, facts, options.by(), now, options.expectedSequence())));
  }

  /**
   * Records a history under a new agreement, all or nothing. The same history again changes nothing.
   *
   * @param by who imports it
   * @throws io.contract.ledger.agreement.RefusedException when an entry is refused
   * @throws io.contract.ledger.agreement.HistoryDiffersException when the agreement has another history
   * @throws IllegalArgumentException when there is no entry, or one is later than the clock or earlier than the one before
   */
  public Outcome importHistory(String agreementId, List<ImportHistory.Entry> entries, String by) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("expected at least one entry to import");
    }
    Instant now = clock.instant();
    if (entries.getLast().at().isAfter(now)) {
      throw new IllegalArgumentException("expected no entry after " + now + ", found " + entries.getLast().at());
    }
    return acknowledge(agreementId, send(instant -> new ImportHistory(agreementId, entries, by, instant)));
  }

  /** The agreement with everything that has been acknowledged; empty when there is none of that id. */
  public Optional<Agreement> find(String agreementId) {
    return Optional.of(streams.durable(agreementId)).filter(Agreement::exists);
  }

  /** The ids of all agreements, in their order as text. */
  public List<String> agreementIds() {
    return events.agreementIds();
  }

  /** Tries again where another writer was first, on the state that one left: neither is lost, nor told of the other. */
  private RecordingResult send(Function<Instant, Object> command) {
    for (int attempt = 1; true; attempt++) {
      try {
        return commands.sendAndWait(command.apply(clock.instant()));
      } catch (ConcurrencyException | AggregateStreamCreationException otherWriter) {
        if (attempt == ATTEMPTS) {
          throw otherWriter;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  private Outcome acknowledge(String agreementId, RecordingResult result) {
    durability.await();
    Recordings recordings = result.recordings();
    streams.keep(agreementId, recordings.state());
    Iterator<String> newIds = result.eventIds().iterator();
    List<Acknowledgement> acknowledgements = new ArrayList<>();
    for (Recordings.Entry entry : recordings.entries()) {
      Recorded recorded = entry.recorded();
      String eventId = entry.isNew() ? newIds.next() : events.eventId(agreementId, recorded.sequence());
      acknowledgements.add(
          new Acknowledgement(
              agreementId, recorded.sequence(), recorded.event().type(), recorded.recordedAt(), eventId,
              entry.isNew()));
    }
    return new Outcome(acknowledgements, recordings.state().nextSequence() - 1);
  }
}
