package io.contract.ledger.api.ledger;

import io.contract.ledger.id.AgreementId;
import java.time.Instant;

/**
 * The durable record of a fact, as reported to whoever sent it.
 *
 * @param agreement the agreement's id
 * @param sequence the number of the fact's event in the agreement
 * @param type the event's name
 * @param recordedAt when the fact was recorded
 * @param eventId the event's identifier, unique in the ledger
 * @param isNew whether the fact was recorded just now; otherwise the same fact was recorded before
 */
public record Acknowledgement(
    AgreementId agreement, long sequence, String type, Instant recordedAt, String eventId, boolean isNew) {}
