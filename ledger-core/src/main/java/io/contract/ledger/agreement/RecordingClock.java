package io.contract.ledger.agreement;

import java.time.Instant;

/** Where the time of recording comes from (ADR 0030). */
@FunctionalInterface
public interface RecordingClock {

  /**
   * The time at which what is recorded in the current transaction is recorded, in microseconds. It is later than every instant for
   * which a question has been answered. Questions about later instants wait from here on until the transaction has ended. It is asked
   * for as late as possible, once the facts are decided and no other writer can come between.
   */
  Instant stamp();
}
