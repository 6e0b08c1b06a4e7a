package io.contract.ledger.agreement;

/** A file's history is not the one that is recorded under the same agreement id, so nothing was recorded. */
public final class HistoryDiffersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String agreement;

  /** Says which agreement it was. */
  public HistoryDiffersException(String agreement, String difference) {
    super("agreement '" + agreement + "' is recorded with another history: " + difference, null, false, false);
    this.agreement = agreement;
  }

  /** The agreement's id. */
  public String agreement() {
    return agreement;
  }
}
