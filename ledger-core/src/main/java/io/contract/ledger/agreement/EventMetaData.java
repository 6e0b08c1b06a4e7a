package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** The metadata of an event message: when and by whom its fact was recorded. The names are part of the stored form. */
public final class EventMetaData {
  private static final String RECORDED_AT = "recordedAt";
  private static final String RECORDED_BY = "recordedBy";
  private static final String IMPORTED_AT = "importedAt";
  private static final String IMPORTED_BY = "importedBy";

  private EventMetaData() {}

  /** The metadata that is stored beside the event. */
  static MetaData write(Recorded recorded) {
    Map<String, Object> entries = new HashMap<>();
    entries.put(RECORDED_AT, recorded.recordedAt().toString());
    entries.put(RECORDED_BY, recorded.recordedBy());
    Recorded.Imported imported = recorded.imported();
    if (imported != null) {
      entries.put(IMPORTED_AT, imported.at().toString());
      entries.put(IMPORTED_BY, imported.by());
    }
    return MetaData.from(entries);
  }

  /**
   * The event of a message, with its metadata.
   *
   * @throws IllegalStateException when the message lacks the recorded time or the author
   */
  public static Recorded read(DomainEventMessage<?> message) {
    return new Recorded(
        message.getSequenceNumber(),
        Instant.parse(text(message, RECORDED_AT)),
        text(message, RECORDED_BY),
        imported(message),
        (Fact) message.getPayload());
  }

  private static Recorded.@Nullable Imported imported(DomainEventMessage<?> message) {
    return message.getMetaData().containsKey(IMPORTED_AT)
        ? new Recorded.Imported(Instant.parse(text(message, IMPORTED_AT)), text(message, IMPORTED_BY))
        : null;
  }

  private static String text(DomainEventMessage<?> message, String name) {
    if (message.getMetaData().get(name) instanceof String text) {
      return text;
    }
    throw new IllegalStateException(
        "event " + message.getIdentifier() + " of agreement " + message.getAggregateIdentifier()
            + " was expected to have '" + name + "' beside it, found " + message.getMetaData().keySet());
  }
}
