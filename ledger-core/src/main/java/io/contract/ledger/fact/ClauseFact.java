package io.contract.ledger.fact;

import io.contract.ledger.id.ClauseId;

/** A fact about one clause. */
public sealed interface ClauseFact extends Fact
    permits Payment, Waiver, Discharge, StatementIssue, SettledReading, BroughtForward {

  /** The clause's id. */
  ClauseId clause();
}
