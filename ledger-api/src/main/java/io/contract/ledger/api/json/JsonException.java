package io.contract.ledger.api.json;

/** A text is not the JSON that is accepted here; the message says why, in one sentence. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** Says what is wrong where; line and column count from 1. */
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
