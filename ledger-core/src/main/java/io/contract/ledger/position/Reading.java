package io.contract.ledger.position;

import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import java.util.Optional;

/**
 * One way to read the caps of a clause whose text leaves parameters open: one value for each open parameter (domain page,
 * sections 5 and 11).
 *
 * @param basis empty when every cap states its basis
 * @param counts empty when every cap states from when it counts
 */
public record Reading(Optional<Basis> basis, Optional<Counts> counts) {

  /** Nothing is open. */
  public static final Reading STATED = new Reading(Optional.empty(), Optional.empty());
}
