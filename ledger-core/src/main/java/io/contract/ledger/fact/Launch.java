package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A product came out in a venue. */
public record Launch(
    @Nullable String id, String product, String venue, LocalDate on, Backing backing) {}
