package io.contract.ledger.api.store;

import io.contract.ledger.agreement.AgreementAggregate;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.api.FlywayException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Assembles the store: the database, its schema, and the parts that Axon needs to keep events in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class StoreConfiguration {

  /** Opens the database, unless {@link StoreOpening} opened it before, as it does for a server. */
  @Bean
  @ConditionalOnMissingBean
  EventDatabase eventDatabase(LedgerProperties settings) {
    return StoreOpening.open(settings);
  }

  /**
   * Takes a connection only at the first statement. Axon begins the transaction before it has the agreement's lock. If the
   * connection were taken then, writers that wait for one busy agreement would hold all connections.
   */
  @Bean
  DataSource dataSource(EventDatabase database) {
    LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
    lazy.setTargetDataSource(database.application());
    lazy.setDefaultAutoCommit(true);
    lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return lazy;
  }

  @Bean
  Durability durability(EventDatabase database) {
    return database.durability();
  }

  @Bean
  FlywayConfigurationCustomizer migrations(EventDatabase database) {
    return flyway -> flyway
        .dataSource(database.administration())
        .locations("classpath:db/migration/common", "classpath:db/migration/" + database.folder())
        .placeholders(Map.of("bytes", database.bytes(), "id", database.ids(), "user", database.user()));
  }

  /** Refuses to start on tables that a later version or another program has made. */
  @Bean
  FlywayMigrationStrategy migrate(EventDatabase database) {
    return flyway -> {
      boolean isNewer =
          Arrays.stream(flyway.info().all()).anyMatch(migration -> migration.getState().name().startsWith("FUTURE"));
      if (isNewer) {
        throw new StoreUnavailableException(
            database.says() + " was made by a newer version of the ledger. Use that one.", null);
      }
      try {
        flyway.migrate();
      } catch (FlywayException failed) {
        throw new StoreUnavailableException(
            database.says() + " is not this ledger's, or cannot be brought up to date: "
                + String.valueOf(failed.getMessage()).lines().findFirst().orElse(""),
            failed);
      }
    };
  }

  /**
   * Axon's event store as it would be by itself, but for reading outside transactions. Each reading is one statement, and in a transaction
   * it would wait for whoever writes to an H2 file (ADR 0043).
   */
  @Bean
  EventStorageEngine eventStorageEngine(
      ConnectionProvider connections, PersistenceExceptionResolver duplicateKey,
      @Qualifier("eventSerializer") Serializer serializer) {
    return JdbcEventStorageEngine.builder()
        .schema(EventTable.SCHEMA)
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.INSTANCE)
        .persistenceExceptionResolver(duplicateKey)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .build();
  }

  @Bean
  PersistenceExceptionResolver duplicateKey() {
    return new DuplicateKey();
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer() {
    return new EventSerializer();
  }

  /** Replaces Axon's own provider, which adds message ids to the metadata of events. Nothing uses them. */
  @Bean
  CorrelationDataProvider nothingToCorrelate() {
    return new SimpleCorrelationDataProvider();
  }

  @Bean
  AgreementStreams agreementStreams(EventStore store, Durability durability) {
    return new AgreementStreams(store, durability);
  }

  @Bean
  ConfigurerModule agreements(ObjectProvider<AgreementStreams> streams, PlatformTransactionManager transactions) {
    return axon -> axon.configureAggregate(
        AggregateConfigurer.defaultConfiguration(AgreementAggregate.class)
            .configureRepository(
                configuration -> new AgreementRepository(configuration, streams.getObject(), transactions)));
  }

  @Bean
  LedgerClock ledgerClock(EventDatabase database, JdbcClient jdbc, InstantSource machine) {
    return database.clock(jdbc, machine);
  }

  @Bean
  Overview overview(JdbcClient jdbc, PlatformTransactionManager transactions, EventTable events,
      AgreementStreams streams, LedgerClock clock) {
    return new Overview(jdbc, new TransactionTemplate(transactions), events, streams, clock);
  }

  @Bean
  ConfigurerModule keepOverview(ObjectProvider<Overview> overview) {
    return axon -> axon.onInitialize(
        configuration -> configuration.onStart(
            Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
            () -> configuration.commandBus().registerHandlerInterceptor(overview.getObject()::handle)));
  }

  /** Keeps a request's key in the transaction of the request's events. */
  @Bean
  IdempotencyKeyTable recordedRequests(JdbcClient jdbc) {
    return new IdempotencyKeyTable(jdbc);
  }

  @Bean
  ConfigurerModule keepRequests(ObjectProvider<IdempotencyKeyTable> requests) {
    return axon -> axon.onInitialize(
        configuration -> configuration.onStart(
            Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
            () -> configuration.commandBus().registerHandlerInterceptor(requests.getObject()::handle)));
  }
}
