package io.contract.ledger.api.store;

import io.contract.ledger.id.AgreementId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of events: its names, and the queries that do not go through Axon. */
@Component
public class EventTable {

  /** The names of the table and its columns, as the migrations define them. */
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

  /** The ids of all agreements, in the order of their text. */
  List<AgreementId> agreementIds() {
    return jdbc.sql("select agreement_id from agreement_event where sequence_number = 0 order by agreement_id")
        .query((row, number) -> new AgreementId(row.getString(1)))
        .list();
  }

  /** The sequence of the agreement's last event; empty when there is no such agreement. */
  public Optional<Long> lastSequence(AgreementId agreement) {
    return jdbc.sql("select max(sequence_number) from agreement_event where agreement_id = ?")
        .param(agreement.text())
        .query(Long.class)
        .optional();
  }

  /** The identifiers of the events with those sequences. */
  public Map<Long, String> eventIds(AgreementId agreement, List<Long> sequences) {
    if (sequences.isEmpty()) {
      return Map.of();
    }
    Set<Long> wanted = new HashSet<>(sequences);
    Map<Long, String> found = new HashMap<>();
    jdbc.sql(
        "select sequence_number, event_id from agreement_event"
            + " where agreement_id = ? and sequence_number between ? and ?")
        .params(agreement.text(), Collections.min(wanted), Collections.max(wanted))
        .query(
            row -> {
              if (wanted.contains(row.getLong(1))) {
                found.put(row.getLong(1), row.getString(2));
              }
            });
    return found;
  }

  /** The sequences of the agreement's events that make terms. */
  List<Long> termsOf(AgreementId agreement) {
    return jdbc.sql(
        "select sequence_number from agreement_event where agreement_id = ?"
            + " and event_type in ('AgreementExecuted', 'AmendmentExecuted') order by sequence_number")
        .param(agreement.text())
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** The numbers of agreements and events. */
  Counts counts() {
    return jdbc.sql(
        "select (select count(*) from agreement_event where sequence_number = 0) agreements,"
            + " (select count(*) from agreement_event) events")
        .query(Counts.class)
        .single();
  }

  /** The numbers of recorded agreements and events. */
  record Counts(long agreements, long events) {}
}
