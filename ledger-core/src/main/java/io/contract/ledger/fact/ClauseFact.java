package io.contract.ledger.fact;

/** A fact about one clause. */
public sealed interface ClauseFact extends Fact
    permits Payment, Waiver, Discharge, StatementIssue, SettledReading, BroughtForward {

  /** The clause's id. */
  String clause();
}
