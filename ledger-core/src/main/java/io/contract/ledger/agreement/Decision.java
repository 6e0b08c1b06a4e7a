package io.contract.ledger.agreement;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Recorded;

/** What becomes of a fact that is to be recorded. */
public sealed interface Decision {

  /** It is to be recorded in this form. */
  record Accepted(Fact fact) implements Decision {}

  /** The same fact is recorded already (same id, same content): nothing more happens. */
  record AlreadyRecorded(Recorded earlier) implements Decision {}

  /** It cannot be recorded. */
  record Refused(Refusal refusal) implements Decision {}
}
