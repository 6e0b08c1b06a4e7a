package io.contract.ledger.budget;

/** The answer to a question needs more rows than its {@link Budget} has. Nothing is wrong with what was asked about. */
public final class QuestionTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QuestionTooLargeException(long mostRows) {
    super(
        "the answer needs more than " + mostRows
            + " periods, windows and cuts of reports, which is the most that one question may take; ask for an earlier day,"
            + " a single clause, or a shorter time");
  }
}
