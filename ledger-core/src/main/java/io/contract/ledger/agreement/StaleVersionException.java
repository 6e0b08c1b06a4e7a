package io.contract.ledger.agreement;

/** The caller had seen another last event than the agreement has, so nothing was recorded. */
public final class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long expected;
  private final long found;

  /**
   * Says what was expected and found.
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
