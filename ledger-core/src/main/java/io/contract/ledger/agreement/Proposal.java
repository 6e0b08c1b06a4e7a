package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact proposed for recording, with what would be recorded beside it.
 *
 * @param recordedAt the instant it would be recorded
 * @param recordedBy who would have recorded it
 * @param imported set when the instant is claimed by a file
 */
public record Proposal(
    Fact fact,
    Instant recordedAt,
    String recordedBy,
    Recorded.@Nullable Imported imported) {}
