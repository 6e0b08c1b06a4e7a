package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that terms depend on came about, and was attested.
 *
 * @param by who attested it, in words: not necessarily a party
 */
public record Milestone(String id, LocalDate on, @Nullable String by, Backing backing) {}
