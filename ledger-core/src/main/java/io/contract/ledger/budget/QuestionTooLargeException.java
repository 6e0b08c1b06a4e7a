package io.contract.ledger.budget;

/** The answer to a question needs more than its {@link Budget} has. Nothing is wrong with what was asked about. */
public final class QuestionTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private QuestionTooLargeException(String message) {
    super(message);
  }

  static QuestionTooLargeException ofRows(long most) {
    return new QuestionTooLargeException(
        "the answer needs more than " + most
            + " periods, windows and cuts of reports, which is the most that one question may take; ask for an earlier day,"
            + " a single clause, or a shorter time");
  }

  static QuestionTooLargeException ofParts(long most) {
    return new QuestionTooLargeException(
        "the explanation has more than " + most
            + " parts, which is the most that one question may take; ask why a figure of a single period is what it is, or"
            + " start the server with more memory");
  }
}
