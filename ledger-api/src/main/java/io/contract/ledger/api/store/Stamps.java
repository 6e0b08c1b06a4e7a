package io.contract.ledger.api.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What every ledger's clock does with stamps. */
final class Stamps {

  /** The longest time from a stamp to its commit. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** The longest time that a question waits for transactions to end. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private Stamps() {}

  /**
   * Has the current transaction rolled back if it comes to its commit later than {@link #LONGEST} from now. Of what is to be done at
   * a commit, Axon does first what was asked for last, and the commit of the database was asked for when the transaction began.
   *
   * @return the transaction
   */
  static UnitOfWork<?> limit() {
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    long begun = System.nanoTime();
    unit.onCommit(
        any -> {
          if (System.nanoTime() - begun > LONGEST.toNanos()) {
            throw new SlowCommitException(LONGEST);
          }
        });
    return unit;
  }

  static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
