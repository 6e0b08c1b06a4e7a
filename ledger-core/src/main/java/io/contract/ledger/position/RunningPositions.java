package io.contract.ledger.position;

import io.contract.ledger.fact.FactsAsOf;
import java.util.List;

/** Positions asked again and again. */
public final class RunningPositions {

  /** As {@link PositionCalculator#positions}. */
  public List<Position> positions(FactsAsOf facts) {
    return PositionCalculator.positions(facts);
  }
}
