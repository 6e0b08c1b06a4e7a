package io.contract.ledger.api.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Puts Axon's auto-configurations after those of the database.
 *
 * <p>Axon 4.13 names the classes of Spring Boot 3 to come after. On Boot 4 they are not there, so without this it looks for a
 * transaction manager before there is one, and takes one that does nothing, without a word: a command that fails half-way
 * would leave half its events. {@code StoreWiringTest} holds this.
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
