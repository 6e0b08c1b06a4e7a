package io.contract.ledger.api.store;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of events: its names, and the questions that are asked of it past Axon. */
@Component
public class EventTable {

  /** The names that the migrations give. */
  static final EventSchema SCHEMA =
      EventSchema.builder()
          .eventTable("agreement_event")
          .globalIndexColumn("global_index")
          .timestampColumn("appended_at")
          .eventIdentifierColumn("event_id")
          .aggregateIdentifierColumn("agreement_id")
          .sequenceNumberColumn("sequence_number")
          .typeColumn("stream_type")
          .payloadTypeColumn("event_type")
          .payloadRevisionColumn("event_revision")
          .payloadColumn("fact")
          .metaDataColumn("recording")
          .build();

  private final JdbcClient jdbc;

  EventTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The ids of all agreements, in their order as text. */
  public List<String> agreementIds() {
    return jdbc.sql("select agreement_id from agreement_event where sequence_number = 0 order by agreement_id")
        .query((row, number) -> row.getString(1))
        .list();
  }

  /**
   * The identifier of the event.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such event
   */
  public String eventId(String agreement, long sequence) {
    return jdbc.sql("select event_id from agreement_event where agreement_id = ? and sequence_number = ?")
        .params(agreement, sequence)
        .query((row, number) -> row.getString(1))
        .single();
  }

  /** How many agreements and events there are. */
  Counts counts() {
    return jdbc.sql(
        "select (select count(*) from agreement_event where sequence_number = 0) agreements,"
            + " (select count(*) from agreement_event) events")
        .query(Counts.class)
        .single();
  }

  /** How much is recorded. */
  record Counts(long agreements, long events) {}
}
