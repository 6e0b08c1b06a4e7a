package io.contract.ledger.api.ledger;

import java.time.Instant;

/**
 * That a fact is recorded, durably.
 *
 * @param agreement the agreement's id
 * @param sequence the number of its event in the agreement
 * @param type the event's name
 * @param recordedAt when it was recorded
 * @param eventId the event's identifier, unique in the ledger
 * @param isNew whether it was recorded just now; else the same fact was recorded before
 */
public record Acknowledgement(
    String agreement, long sequence, String type, Instant recordedAt, String eventId, boolean isNew) {}
