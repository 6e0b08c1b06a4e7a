package io.contract.ledger.api.store;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementAggregate;
import io.contract.ledger.id.AgreementId;
import java.util.Objects;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the agreement for a command from {@link AgreementStreams}, so that commands and questions see the same state. Axon's
 * own caching repository holds aggregates by weak references and does not notice that another node has written since.
 */
final class AgreementRepository extends EventSourcingRepository<AgreementAggregate> {

  private final AgreementStreams streams;
  private final EventStore eventStore;
  private final TransactionTemplate apart;

  AgreementRepository(Configuration axon, AgreementStreams streams, PlatformTransactionManager transactions) {
    super(
        builder(AgreementAggregate.class)
            .eventStore(axon.eventStore())
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(AgreementAggregate.class))
            .repositoryProvider(axon::repository));
    this.streams = streams;
    this.eventStore = axon.eventStore();
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }

  @Override
  protected EventSourcedAggregate<AgreementAggregate> doLoadWithLock(String id, Long expectedVersion) {
    Agreement state = committed(new AgreementId(id));
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

  /**
   * The agreement as committed, read apart from the command's transaction. Deciding may take long, and until there is something to
   * write the transaction takes no connection. Another node that writes in between is noticed when the events are stored.
   */
  private Agreement committed(AgreementId id) {
    // Axon keeps the first connection that it is given within a unit of work for all of it.
    UnitOfWork<?> command = CurrentUnitOfWork.get();
    CurrentUnitOfWork.clear(command);
    try {
      return Objects.requireNonNull(apart.execute(status -> streams.committed(id)));
    } finally {
      CurrentUnitOfWork.set(command);
    }
  }
}
