package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.Instant;

/** The answer to a fact that is recorded: it is given once the fact's event is durable. */
public final class AcknowledgementAnswer {

  public static final Shape SHAPE =
      Shape.of("Acknowledgement")
          .required("agreement", SLUG, "The agreement's id.")
          .required("sequence", AnswerHead.SEQUENCE, "The number of the event in the agreement.")
          .required("type", HistoryAnswer.EVENT_TYPE, "The event's name.")
          .required("recordedAt", INSTANT, "When the ledger stored it.")
          .required("eventId", TEXT, "The event's own id, unique in the ledger.");

  private AcknowledgementAnswer() {}

  /** The acknowledgement of an event, whether it was recorded just now or earlier. */
  public static Value.Tree write(AgreementId agreement, long sequence, String type, Instant recordedAt,
      String eventId) {
    return new TreeBuilder()
        .put("agreement", agreement)
        .put("sequence", sequence)
        .put("type", type)
        .put("recordedAt", recordedAt)
        .put("eventId", eventId)
        .build();
  }
}
