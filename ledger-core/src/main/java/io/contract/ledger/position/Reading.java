package io.contract.ledger.position;

import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import java.util.Optional;

/**
 * One way to read the caps of a clause whose text leaves parameters open: one value for each open parameter (domain page,
 * sections 5 and 11).
 *
 * @param basis empty when every cap states its basis, or it has been settled
 * @param counts empty when every cap states from when it counts, or that has been settled
 * @param settled what the parties, or an arbitrator, have settled: the same in every reading
 */
public record Reading(Optional<Basis> basis, Optional<Counts> counts, Settled settled) {

  /** Nothing is open. */
  public static final Reading STATED = new Reading(Optional.empty(), Optional.empty());

  /** What of the parameters that the text leaves open has been settled. */
  public record Settled(Optional<Basis> basis, Optional<Counts> counts) {
    static final Settled NOTHING = new Settled(Optional.empty(), Optional.empty());
  }

  /** Nothing has been settled. */
  public Reading(Optional<Basis> basis, Optional<Counts> counts) {
    this(basis, counts, Settled.NOTHING);
  }

  /** The basis of a cap that does not state it. */
  public Optional<Basis> basisRead() {
    return settled.basis().or(() -> basis);
  }

  /** From when a cap counts that does not state it. */
  public Optional<Counts> countsRead() {
    return settled.counts().or(() -> counts);
  }
}
