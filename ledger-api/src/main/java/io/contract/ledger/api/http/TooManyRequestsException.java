package io.contract.ledger.api.http;

import java.time.Duration;

/** Too many requests of a kind are being answered for another to have its turn in time. */
final class TooManyRequestsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyRequestsException(String of, Duration longestWait) {
    super(
        "too many " + of + " at a time: this one had no turn within " + longestWait.toSeconds()
            + " s; send it again later",
        null, false, false);
  }
}
