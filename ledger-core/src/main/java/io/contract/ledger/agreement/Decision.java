package io.contract.ledger.agreement;

import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.Recorded;

/** What becomes of a command. */
public sealed interface Decision {

  /** It is to be recorded as this event. */
  record Accepted(AgreementEvent event) implements Decision {}

  /** The same fact is recorded already (same id, same content): nothing more happens. */
  record AlreadyRecorded(Recorded earlier) implements Decision {}

  /** It cannot be recorded. */
  record Refused(Refusal refusal) implements Decision {}
}
