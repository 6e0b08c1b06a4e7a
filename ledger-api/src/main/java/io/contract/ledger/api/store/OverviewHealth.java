package io.contract.ledger.api.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether the overview has every agreement. It cannot fall behind, so a missing agreement is a fault that someone must
 * see.
 */
@Component("agreementOverview")
class OverviewHealth implements HealthIndicator {

  private final Overview overview;
  private final EventTable events;
  private final PromptCheck check = new PromptCheck(this::compare, PromptCheck.FOR_LONG);

  OverviewHealth(Overview overview, EventTable events) {
    this.overview = overview;
    this.events = events;
  }

  @Override
  public Health health() {
    return check.health();
  }

  private Health compare() {
    Health.Builder builder = new Health.Builder();
    long recorded = events.counts().agreements();
    long shown = overview.agreements();
    int version = overview.version();
    boolean isWhole = shown == recorded && version == Overview.VERSION;
    (isWhole ? builder.up() : builder.down())
        .withDetail("agreements", recorded)
        .withDetail("inOverview", shown)
        .withDetail("version", version);
    if (!isWhole) {
      builder.withDetail("remedy", "stop the server and run: java -jar ledger.jar rebuild");
    }
    return builder.build();
  }
}
