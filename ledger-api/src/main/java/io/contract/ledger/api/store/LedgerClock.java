package io.contract.ledger.api.store;

import io.contract.ledger.agreement.RecordingClock;
import java.time.Instant;

/**
 * The one source of time of a ledger, whichever nodes it has (ADR 0030). It never goes back.
 *
 * <p>It keeps the central promise of the ledger: once a question has been answered for an instant, nothing is recorded at or before
 * it. {@link #stamp} gives the time of what is recorded. A question asks {@link #settle} before it looks.
 */
public interface LedgerClock extends RecordingClock {

  /** The present time, in microseconds. */
  Instant now();

  /**
   * {@inheritDoc}
   *
   * <p>The transaction has to end soon: a commit that comes later than {@link Stamps#LONGEST} after its stamp is refused and rolled
   * back.
   */
  @Override
  Instant stamp();

  /**
   * Returns when nothing can be recorded at or before the instant any more: every transaction that has such a stamp has ended, and
   * no later one gets such a stamp. Writers are not held up.
   *
   * @param instant not later than {@link #now}
   * @throws NotSettledException when a transaction with such a stamp does not end within {@link Stamps#PATIENCE}
   */
  void settle(Instant instant);
}
