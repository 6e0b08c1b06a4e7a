package io.contract.ledger.api.store;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports whether the store answers, so that questions can be. That is what makes a server ready (ADR 0033): one whose disk is full
 * answers all the same, and refuses by itself what it cannot record. It never takes longer than half a second.
 */
@Component("storeAnswers")
class StoreAnswers implements HealthIndicator {

  private final PromptCheck check;

  StoreAnswers(JdbcClient jdbc, EventDatabase database) {
    this.check =
        new PromptCheck(
            () -> {
              jdbc.sql("select 1").query(Integer.class).single();
              try {
                database.durability().requireSpace();
              } catch (StoreFullException answersAllTheSame) {
                return Health.up().withDetail("records", "nothing: " + PromptCheck.reason(answersAllTheSame)).build();
              }
              return Health.up().build();
            },
            Duration.ofSeconds(5));
  }

  @Override
  public Health health() {
    return check.health();
  }
}
