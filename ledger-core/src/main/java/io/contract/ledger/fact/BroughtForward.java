package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement is taken over in mid-life: what had accrued and been settled on a clause by a day (domain page, sections 6 and 11).
 *
 * @param id when given, unique among balances brought forward
 * @param clause id of the revenue-share clause
 * @param accrued judged by no rate; below zero where the share stood below zero
 * @param settled zero or above; above {@code accrued} it is credit
 */
public record BroughtForward(
    @Nullable String id,
    String clause,
    LocalDate on,
    BigDecimal accrued,
    BigDecimal settled,
    @Nullable String currency,
    Backing backing) {}
