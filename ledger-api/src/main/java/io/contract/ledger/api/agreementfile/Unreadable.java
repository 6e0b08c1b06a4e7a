package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;

/** A flaw beyond which reading cannot go on. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Flaw flaw;

  Unreadable(Place place, Pointer at, String message) {
    super(message, null, false, false);
    this.flaw = new Flaw(place, at, Code.INVALID_JSON, message);
  }

  Flaw flaw() {
    return flaw;
  }
}
