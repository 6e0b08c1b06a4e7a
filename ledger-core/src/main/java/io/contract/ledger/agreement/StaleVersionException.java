package io.contract.ledger.agreement;

/** The last event that the caller had seen is not the agreement's last event. Nothing was recorded. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long expected;
  private final long found;

  /**
   * Names the expected and the found sequence.
   *
   * @param expected the sequence of the last event as the caller had seen it
   * @param found the sequence of the last event
   */
  public StaleVersionException(long expected, long found) {
    super("expected sequence " + expected + " to be the last, found " + found, null, false, false);
    this.expected = expected;
    this.found = found;
  }

  /** The sequence of the last event as the caller had seen it. */
  public long expected() {
    return expected;
  }

  /** The sequence of the last event. */
  public long found() {
    return found;
  }
}
