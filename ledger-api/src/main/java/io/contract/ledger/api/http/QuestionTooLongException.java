package io.contract.ledger.api.http;

import java.time.Duration;

/** An answer took too long to compute. */
final class QuestionTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param longest how long this answer might have taken */
  QuestionTooLongException(Duration longest) {
    super(
        "the answer was not ready after " + QuestionLimits.said(longest)
            + ", which is the longest that one question may take; ask for less, or again when the ledger has less to do");
  }
}
