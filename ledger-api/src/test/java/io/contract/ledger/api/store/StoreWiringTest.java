package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Axon and Spring are set up as intended, also where an omission would go unnoticed. */
class StoreWiringTest {

  @ParameterizedTest
  @EnumSource(Stores.class)
  void axonKeepsEventsInOurDatabaseUnderSpringsTransactions(Stores kind) {
    TestServer server = kind.shared();
    assertThat(server.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    assertThat(server.bean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
    assertThat(server.bean(EventStorageEngine.class)).isInstanceOf(JdbcEventStorageEngine.class);
  }

  /** Shows why {@link AxonAfterDatabase} is needed. When this fails, Axon knows the order and the class can go. */
  @Test
  void withoutTheOrderOfConfigurationsTransactionsWouldDoNothing() throws Exception {
    try (TestServer server =
        Stores.H2.create().start("--spring.autoconfigure.exclude=" + AxonAfterDatabase.class.getName())) {
      assertThat(server.bean(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void aTransactionThatFailsLeavesNoneOfItsEvents(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();

    assertThatThrownBy(
        () -> server
            .bean(TransactionManager.class)
            .executeInTransaction(
                () -> {
                  append(server, id, 0);
                  append(server, id, 1);
                  throw new IllegalStateException("half-way");
                }))
        .hasMessage("half-way");

    assertThat(server.ledger().find(new AgreementId(id))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void aSecondWriterOfTheSameSequenceIsAnotherWriterAndNoBrokenStore(Stores kind) {
    TestServer server = kind.shared();
    String id = recorded(server);

    assertThatThrownBy(() -> append(server, id, 1)).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> append(server, id, 0)).isInstanceOf(AggregateStreamCreationException.class);
  }

  /** Shows why {@link DuplicateKey} is needed. When this fails, Axon knows the databases and the class can go. */
  @ParameterizedTest
  @EnumSource(Stores.class)
  void axonsOwnResolverWouldTakeItForABrokenStore(Stores kind) {
    TestServer server = kind.shared();
    String id = recorded(server);
    EventStorageEngine stock = engine(server, new JdbcSQLErrorCodesResolver());
    EventStorageEngine ours = engine(server, server.bean(PersistenceExceptionResolver.class));

    assertThatThrownBy(() -> stock.appendEvents(event(id, 1))).isInstanceOf(EventStoreException.class);
    assertThatThrownBy(() -> ours.appendEvents(event(id, 1))).isInstanceOf(ConcurrencyException.class);
  }

  private static EventStorageEngine engine(TestServer server, PersistenceExceptionResolver resolver) {
    return JdbcEventStorageEngine.builder()
        .connectionProvider(server.bean(ConnectionProvider.class))
        .transactionManager(server.bean(TransactionManager.class))
        .eventSerializer(new EventSerializer())
        .snapshotSerializer(new EventSerializer())
        .schema(EventTable.SCHEMA)
        .persistenceExceptionResolver(resolver)
        .build();
  }

  private static String recorded(TestServer server) {
    String id = SomeFacts.newId();
    List<Fact> facts = List.of(SomeFacts.agreement(id), SomeFacts.milestone("m"));
    server.ledger().record(new AgreementId(id), facts, RecordingOptions.by("ann"));
    return id;
  }

  private static void append(TestServer server, String id, long sequence) {
    server.bean(EventStorageEngine.class).appendEvents(event(id, sequence));
  }

  private static DomainEventMessage<?> event(String id, long sequence) {
    return new GenericDomainEventMessage<>(
        "Agreement",
        id,
        sequence,
        SomeFacts.milestone("m"),
        MetaData.with("recordedAt", "2021-08-10T09:00:00Z").and("recordedBy", "ann"));
  }
}
