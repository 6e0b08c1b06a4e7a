package io.contract.ledger.api.store;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementAggregate;
import io.contract.ledger.id.AgreementId;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Loads the agreement for a command from {@link AgreementStreams}, so that commands and questions see the same state. Axon's
 * own caching repository holds aggregates by weak references and does not notice that another node has written since.
 */
final class AgreementRepository extends EventSourcingRepository<AgreementAggregate> {

  private final AgreementStreams streams;
  private final EventStore eventStore;

  AgreementRepository(Configuration axon, AgreementStreams streams) {
    super(
        builder(AgreementAggregate.class)
            .eventStore(axon.eventStore())
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(AgreementAggregate.class))
            .repositoryProvider(axon::repository));
    this.streams = streams;
    this.eventStore = axon.eventStore();
  }

  @Override
  protected EventSourcedAggregate<AgreementAggregate> doLoadWithLock(String id, Long expectedVersion) {
    Agreement state = streams.committed(new AgreementId(id));
    if (!state.exists()) {
      throw new AggregateNotFoundException(id, "no agreement '" + id + "' is recorded");
    }
    return EventSourcedAggregate.reconstruct(
        new AgreementAggregate(state),
        aggregateModel(),
        state.nextSequence() - 1,
        false,
        eventStore,
        NoSnapshotTriggerDefinition.TRIGGER);
  }
}
