package io.contract.ledger.position;

import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import java.util.Optional;

/**
 * One way to read the caps of a clause whose text leaves parameters open: one value for each open parameter (domain page,
 * sections 5 and 11).
 *
 * @param basis the basis of this reading; empty when every cap states its own, or it has been settled
 * @param counts from when caps count under this reading; empty when every cap states that, or it has been settled
 * @param settled what the parties, or an arbitrator, have settled, which is the same in every reading
 */
public record Reading(Optional<Basis> basis, Optional<Counts> counts, Settled settled) {

  /** Nothing is open. */
  public static final Reading STATED = new Reading(Optional.empty(), Optional.empty());

  /** The settled values of parameters that the text leaves open; empty where one is not settled. */
  public record Settled(Optional<Basis> basis, Optional<Counts> counts) {
    static final Settled NOTHING = new Settled(Optional.empty(), Optional.empty());
  }

  /** A reading without settled parameters. */
  public Reading(Optional<Basis> basis, Optional<Counts> counts) {
    this(basis, counts, Settled.NOTHING);
  }

  /** The basis of a cap that does not state its own. */
  public Optional<Basis> basisRead() {
    return settled.basis().or(() -> basis);
  }

  /** From when a cap counts that does not state that. */
  public Optional<Counts> countsRead() {
    return settled.counts().or(() -> counts);
  }
}
