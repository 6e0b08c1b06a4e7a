package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty was done.
 *
 * @param period the period of a recurring duty; null of one to be done once
 * @param by the party that did it, when said
 */
public record Discharge(
    @Nullable String id,
    String clause,
    @Nullable String period,
    LocalDate on,
    @Nullable String by,
    Backing backing) {}
