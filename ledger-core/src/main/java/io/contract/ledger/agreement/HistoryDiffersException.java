package io.contract.ledger.agreement;

import io.contract.ledger.id.AgreementId;

/** The history of a file differs from the one that is recorded under the same agreement id. Nothing was recorded. */
public final class HistoryDiffersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AgreementId agreement;

  /** Names the agreement and the difference. */
  public HistoryDiffersException(AgreementId agreement, String difference) {
    super("agreement '" + agreement + "' is recorded with another history: " + difference, null, false, false);
    this.agreement = agreement;
  }

  /** The agreement's id. */
  public AgreementId agreement() {
    return agreement;
  }
}
