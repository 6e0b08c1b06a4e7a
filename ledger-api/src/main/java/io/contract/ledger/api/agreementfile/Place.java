package io.contract.ledger.api.agreementfile;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(int line, int column) {

  /** The beginning of a text. */
  public static final Place START = new Place(1, 1);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
