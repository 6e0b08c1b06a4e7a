package io.contract.ledger.api.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reports at the start which store it is, how durable it is, and what is in it. */
@Component
class StoreAnnouncement {
  private static final Logger LOG = LoggerFactory.getLogger(StoreAnnouncement.class);

  private final EventDatabase database;
  private final EventTable events;

  StoreAnnouncement(EventDatabase database, EventTable events) {
    this.database = database;
    this.events = events;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    EventTable.Counts counts = events.counts();
    LOG.info(
        "Events are kept in {}. Durability: {}. Agreements: {}, events: {}.",
        database.says(),
        database.durability().says(),
        counts.agreements(),
        counts.events());
  }
}
