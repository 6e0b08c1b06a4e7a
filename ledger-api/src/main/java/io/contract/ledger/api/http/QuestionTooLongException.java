package io.contract.ledger.api.http;

import java.time.Duration;

/** An answer took too long to compute, or a decision on facts. */
final class QuestionTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the limit.
   *
   * @param isRecording whether facts were to be recorded: none of them is
   */
  QuestionTooLongException(Duration longest, boolean isRecording) {
    super(
        isRecording
            ? "these facts were not decided after " + QuestionLimits.said(longest)
                + ", which is the longest that one request may take, so that none of them is recorded; send fewer at a time,"
                + " or again when the ledger has less to do"
            : "the answer was not ready after " + QuestionLimits.said(longest)
                + ", which is the longest that one question may take; ask for less, or again when the ledger has less to do");
  }
}
