package io.contract.ledger.api.store;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.ClauseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions on the agreements that a question across agreements can be about. Each agreement that is left is still asked. The
 * conditions may leave an agreement that has nothing to answer, but never leave out one that has.
 *
 * @param knownAt recorded at or before this instant
 * @param effectiveOn effective on or before this day; empty when any day will do
 * @param party one of its parties
 * @param words words in its id or title, in any case
 * @param kinds the kinds of clauses of which it has ever had one; empty when any kind will do
 */
public record OverviewFilter(
    Optional<Instant> knownAt,
    Optional<LocalDate> effectiveOn,
    Optional<PartyId> party,
    Optional<String> words,
    Set<ClauseKind> kinds) {

  /** No condition: every agreement is left. */
  public static final OverviewFilter NONE =
      new OverviewFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  public OverviewFilter {
    kinds = Set.copyOf(kinds);
  }
}
