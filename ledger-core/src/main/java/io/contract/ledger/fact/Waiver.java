package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The party to whom something is owed gives it up.
 *
 * @param id when given, unique among the agreement's waivers
 * @param period the period it is given up for; null: from the oldest due date on (of a duty to be done once: the duty)
 * @param amount above zero, of a revenue share; null of a duty
 * @param by the party that waives
 */
public record Waiver(
    @Nullable String id,
    String clause,
    @Nullable String period,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    LocalDate on,
    String by,
    Backing backing) {}
