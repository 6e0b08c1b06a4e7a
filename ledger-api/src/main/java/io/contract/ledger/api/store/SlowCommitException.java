package io.contract.ledger.api.store;

import java.time.Duration;

/** A transaction took too long after its stamp and was rolled back. Nothing of it is recorded. */
public final class SlowCommitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlowCommitException(Duration most) {
    super("the store took longer than " + most.toSeconds() + " s to record this, so that nothing of it is recorded");
  }
}
