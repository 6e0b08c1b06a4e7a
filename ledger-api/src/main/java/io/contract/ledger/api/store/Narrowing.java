package io.contract.ledger.api.store;

import io.contract.ledger.terms.ClauseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which agreements a question across agreements can be about. What is narrowed down still has to be asked: an agreement may be
 * left in that has nothing to answer, never left out one that has.
 *
 * @param knownAt recorded by then
 * @param effectiveOn effective by then; empty when it does not matter
 * @param party one of its parties
 * @param words in its id or title, whatever their case
 * @param kinds has ever had a clause of one of these; empty when it does not matter
 */
public record Narrowing(
    Optional<Instant> knownAt,
    Optional<LocalDate> effectiveOn,
    Optional<String> party,
    Optional<String> words,
    Set<ClauseKind> kinds) {

  /** Any agreement. */
  public static final Narrowing NONE =
      new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  public Narrowing {
    kinds = Set.copyOf(kinds);
  }
}
