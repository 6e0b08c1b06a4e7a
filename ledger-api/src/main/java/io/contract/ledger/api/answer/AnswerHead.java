package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an answer is about. Every answer repeats it, so that the same question can be asked again (domain page, section 3).
 *
 * @param effectiveOn the business day that was asked about
 * @param knownAt the instant whose knowledge was used
 * @param sequence number of the last event used
 */
public record AnswerHead(AgreementId agreement, LocalDate effectiveOn, Instant knownAt, long sequence) {

  static final Type SEQUENCE = new Type.Whole(0, Long.MAX_VALUE);

  /** The number of an amendment; 0 is the agreement itself. */
  public static final Type AMENDMENT_NUMBER = new Type.Whole(0, 1_000_000);

  /** The fields that every answer about one agreement begins with. */
  static Shape shape(String name) {
    return Shape.of(name)
        .required("agreement", SLUG, "The agreement's id.")
        .required("effectiveOn", DATE, "The business day that the answer is about.")
        .required("knownAt", INSTANT, "Only events recorded at or before this instant were used.")
        .required("sequence", SEQUENCE, "The number of the last event used.");
  }

  /** For people: {@code acme-globex on 2021-07-15, as known at 2021-07-15T00:00:00Z (event 3)}. */
  public String inWords() {
    return agreement + " on " + effectiveOn + ", as known at " + knownAt + " (event " + sequence + ")";
  }

  TreeBuilder begin() {
    return new TreeBuilder()
        .put("agreement", agreement)
        .put("effectiveOn", effectiveOn)
        .put("knownAt", knownAt)
        .put("sequence", sequence);
  }
}
