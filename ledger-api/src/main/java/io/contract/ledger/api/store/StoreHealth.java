package io.contract.ledger.api.store;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports whether the store answers and has space to record more. It never takes longer than half a second. */
@Component("store")
class StoreHealth implements HealthIndicator {

  private final PromptCheck check;

  StoreHealth(JdbcClient jdbc, EventDatabase database) {
    this.check =
        new PromptCheck(
            () -> {
              jdbc.sql("select 1").query(Integer.class).single();
              database.durability().requireSpace();
              return Health.up().build();
            },
            Duration.ofSeconds(5));
  }

  @Override
  public Health health() {
    return check.health();
  }
}
