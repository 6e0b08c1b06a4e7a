package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provider said that it will not support a product.
 *
 * @param cannotSupport whether it is unable to; null when it did not say
 * @param choosesNotToSupport whether it is unwilling to; null when it did not say
 */
public record SupportDecline(
    @Nullable String id,
    String product,
    String provider,
    @Nullable Boolean cannotSupport,
    @Nullable Boolean choosesNotToSupport,
    LocalDate on,
    Backing backing) {}
