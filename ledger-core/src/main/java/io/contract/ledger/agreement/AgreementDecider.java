package io.contract.ledger.agreement;

import java.time.Instant;

/** Decides commands: pure, from the state and the command alone (domain page, section 6). */
public final class AgreementDecider {

  private AgreementDecider() {}

  /**
   * What becomes of the command when it is recorded at that instant.
   *
   * @param recordedAt the instant it would be recorded, for {@code date-in-future}
   */
  public static Decision decide(Agreement state, AgreementCommand command, Instant recordedAt) {
    throw new UnsupportedOperationException("decide " + command + " at " + recordedAt + " on " + state);
  }
}
