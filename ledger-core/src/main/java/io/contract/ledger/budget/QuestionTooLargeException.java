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

  /** A paper on which more has to be drawn than that, in lines and curves. */
  public static QuestionTooLargeException ofDrawing(long most) {
    return new QuestionTooLargeException(
        "the letters that are drawn on the paper have more than " + most
            + " lines and curves, which is the most that one paper may have; ask for the page or for JSON instead");
  }

  static QuestionTooLargeException ofParts(long most) {
    return new QuestionTooLargeException(
        "the explanation has more than " + most
            + " parts, which is the most that one question may take; ask why a figure of a single period is what it is, or"
            + " start the server with more memory");
  }
}
