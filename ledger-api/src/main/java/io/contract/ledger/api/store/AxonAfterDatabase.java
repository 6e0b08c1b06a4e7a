package io.contract.ledger.api.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Orders Axon's auto-configurations after those of the database.
 *
 * <p>Axon 4.13 names classes of Spring Boot 3 as those to come after. Spring Boot 4 does not have these classes. Without this
 * order Axon would look for a transaction manager before there is one and silently use one that does nothing. A command that
 * fails half-way would then leave half its events. {@code StoreWiringTest} guards the order.
 */
@AutoConfiguration(afterName = {
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
    "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
}, beforeName = {
    "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
    "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
    "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration"
})
public final class AxonAfterDatabase {}
