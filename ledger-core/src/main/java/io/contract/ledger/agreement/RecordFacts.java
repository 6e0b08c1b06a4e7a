package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agreement to record one fact or several: all of them or, when one is refused, none. The first fact of a new
 * agreement is its execution.
 *
 * @param agreement the agreement's id
 * @param facts in order; each is decided on the state that those before it leave, and all new ones share one recorded time
 * @param by who records them
 * @param now the time of the ledger's clock when it is asked; whether a date is still to come is decided by it
 * @param clock the ledger's clock, from whose stamp {@link Agreement#nextRecordedAt} makes the recorded time
 * @param expectedSequence the last event that the caller has seen; null when later events do not matter
 */
public record RecordFacts(
    @TargetAggregateIdentifier AgreementId agreement,
    List<Fact> facts,
    String by,
    Instant now,
    RecordingClock clock,
    @Nullable Long expectedSequence) {

  public RecordFacts {
    facts = List.copyOf(facts);
  }
}
