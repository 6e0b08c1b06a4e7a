package io.contract.ledger.api.json;

/** The text is not JSON that is accepted here. The message gives the reason in one sentence. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** Creates the exception with a reason and its place; line and column count from 1. */
  public JsonException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1. */
  public int column() {
    return column;
  }
}
