package io.contract.ledger.agreement;

/** A fact was refused, so nothing of its command was recorded. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final int entry;

  /**
   * Says which fact was refused, and why.
   *
   * @param entry the place of the refused fact among those of its command, from 0
   */
  public RefusedException(Refusal refusal, int entry) {
    // No stack trace: this is an answer, not a fault.
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
    this.entry = entry;
  }

  /** Why it was refused. */
  public Refusal refusal() {
    return refusal;
  }

  /** The place of the refused fact among those of its command, from 0. */
  public int entry() {
    return entry;
  }
}
