package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.fact.Recorded;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;

/** What is answered to a change once it is durable. */
public final class Acknowledgement {

  public static final Shape SHAPE =
      Shape.of("Acknowledgement")
          .required("agreement", SLUG, "The agreement's id.")
          .required("sequence", Asked.SEQUENCE, "The number of the event in the agreement.")
          .required("type", oneOf(HistoryAnswer.types().toArray(String[]::new)), "The event's name.")
          .required("recordedAt", INSTANT, "When the ledger stored it.")
          .required("eventId", TEXT, "The event's own id, unique in the ledger.");

  private Acknowledgement() {}

  /** The acknowledgement of an event, recorded now or before. */
  public static Value.Tree write(String agreement, Recorded recorded, String eventId) {
    return new TreeBuilder()
        .put("agreement", agreement)
        .put("sequence", recorded.sequence())
        .put("type", recorded.event().type())
        .put("recordedAt", recorded.recordedAt())
        .put("eventId", eventId)
        .build();
  }
}
