package io.contract.ledger.api.store;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Reports whether the overview has every agreement. It cannot fall behind, so a missing agreement is a fault that someone must
 * see.
 */
@Component("agreementOverview")
class OverviewHealth extends AbstractHealthIndicator {

  private final Overview overview;
  private final EventTable events;

  OverviewHealth(Overview overview, EventTable events) {
    super("The overview of all agreements cannot be read");
    this.overview = overview;
    this.events = events;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
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
  }
}
