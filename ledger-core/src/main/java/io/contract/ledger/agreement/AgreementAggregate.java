package io.contract.ledger.agreement;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The shell between Axon and the pure core: one agreement, one stream of events. It leaves every decision to
 * {@link AgreementDecider} and knows no clock. It hands the new events to Axon, which stores them in one transaction or not at all.
 */
@AggregateRoot(type = AgreementAggregate.TYPE)
public final class AgreementAggregate {

  /** The name of this kind of stream in the store. */
  public static final String TYPE = "Agreement";

  @AggregateIdentifier
  private @Nullable AgreementId id;

  private Agreement state;
  private @Nullable Agreement decided;
  private final List<String> eventIds = new ArrayList<>();

  /** An agreement without events yet. Axon calls it. */
  public AgreementAggregate() {
    this.state = Agreement.NONE;
  }

  /**
   * An agreement with events.
   *
   * @throws IllegalStateException when there are none
   */
  public AgreementAggregate(Agreement state) {
    this.id = state.executed().id();
    this.state = state;
  }

  /**
   * Records the facts, all or none.
   *
   * @throws RefusedException when one is refused
   * @throws StaleVersionException when the caller expected another last event. It is not thrown when every fact is already
   *     recorded: the caller has then only missed its own answer
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public StoredDecisions handle(RecordFacts command) {
    Decisions decisions = decide(command, state.nextRecordedAt(command.now()));
    return apply(command.agreement(), decisions.fresh().isEmpty() ? decisions : stamped(command, decisions));
  }

  /** The decisions at their time of recording. Deciding may take long, and questions wait from the stamp on: it comes last. */
  private Decisions stamped(RecordFacts command, Decisions decided) {
    Instant at = state.nextRecordedAt(command.clock().stamp());
    // Rules look at the day of recording alone.
    ZoneId zone = decided.state().executed().timeZone();
    LocalDate day = decided.fresh().getFirst().recordedAt().atZone(zone).toLocalDate();
    return day.equals(at.atZone(zone).toLocalDate()) ? decided.recordedAt(at, state) : decide(command, at);
  }

  private Decisions decide(RecordFacts command, Instant at) {
    List<Proposal> proposals =
        command.facts().stream().map(fact -> new Proposal(fact, at, command.by(), null)).toList();
    try {
      Decisions decisions = Decisions.of(state, proposals);
      if (!decisions.fresh().isEmpty()) {
        requireExpectedVersion(command);
      }
      return decisions;
    } catch (RefusedException refused) {
      // Events that the caller has not seen may be the reason. An agreement that does not exist has no version that could be stale.
      if (refused.refusal().code() != Code.UNKNOWN_AGREEMENT) {
        requireExpectedVersion(command);
      }
      throw refused;
    }
  }

  private void requireExpectedVersion(RecordFacts command) {
    Long expected = command.expectedSequence();
    long found = state.nextSequence() - 1;
    if (expected != null && expected != found) {
      throw new StaleVersionException(expected, found);
    }
  }

  /**
   * Records the history under a new agreement, all or none of it. Changes nothing when the same history is already recorded.
   *
   * @throws RefusedException when an entry is refused
   * @throws HistoryDiffersException when the agreement is recorded with another history
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  public StoredDecisions handle(ImportHistory command) {
    Decisions decisions = ImportComparison.decide(command, state);
    return state.exists() ? new StoredDecisions(decisions, List.of()) : apply(command.agreement(), decisions);
  }

  private StoredDecisions apply(AgreementId agreement, Decisions decisions) {
    eventIds.clear();
    // The decisions have folded the events already. A long history is not folded, and held, a second time.
    decided = decisions.state();
    try {
      for (Recorded event : decisions.fresh()) {
        AggregateLifecycle.apply(event.fact(), EventMetaData.write(event));
      }
    } finally {
      decided = null;
    }
    if (!agreement.equals(id)) {
      throw new IllegalArgumentException(
          "expected facts of agreement '" + agreement + "', found those of '" + id + "'");
    }
    return new StoredDecisions(decisions, eventIds);
  }

  /** The agreement as it is now. */
  Agreement state() {
    return state;
  }

  @EventSourcingHandler
  void on(DomainEventMessage<?> message) {
    state = decided == null ? state.evolve(EventMetaData.read(message)) : decided;
    id = state.executed().id();
    eventIds.add(message.getIdentifier());
  }
}
