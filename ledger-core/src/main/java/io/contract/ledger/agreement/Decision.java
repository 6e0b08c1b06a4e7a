package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;

/** The decision on a fact that is to be recorded. */
public sealed interface Decision {

  /** The fact is accepted, in the form in which it is recorded. */
  record Accepted(Fact fact) implements Decision {}

  /** The same fact, of the same id and content, is already recorded. Nothing is added. */
  record AlreadyRecorded(Recorded earlier) implements Decision {}

  /** The fact is refused. */
  record Refused(Refusal refusal) implements Decision {}
}
