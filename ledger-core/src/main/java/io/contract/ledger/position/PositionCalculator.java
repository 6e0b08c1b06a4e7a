package io.contract.ledger.position;

import io.contract.ledger.fact.FactsAsOf;
import java.util.List;
import java.util.Optional;

/** Computes positions: pure, from the facts alone. */
public final class PositionCalculator {

  private PositionCalculator() {}

  /** The positions of every revenue-share clause, in the order of the clauses. */
  public static List<Position> positions(FactsAsOf facts) {
    return facts.terms().clauses().stream()
        .flatMap(clause -> position(facts, clause.id()).stream())
        .toList();
  }

  /** The position of that clause; empty when there is no such revenue share yet. */
  public static Optional<Position> position(FactsAsOf facts, String clause) {
    throw new UnsupportedOperationException("position of " + clause + " on " + facts.effectiveOn());
  }
}
