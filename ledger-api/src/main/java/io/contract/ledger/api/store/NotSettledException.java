package io.contract.ledger.api.store;

import java.time.Instant;

/** Something may still be recorded at or before the instant that a question is about. Asking again a little later helps. */
public final class NotSettledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSettledException(Instant instant) {
    super("facts are still being recorded at or before " + instant + "; ask again in a moment");
  }
}
