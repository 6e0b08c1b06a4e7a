package io.contract.ledger.api.store;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Syncs a file for all callers that wait. One caller syncs, and every caller that came before the sync began returns with it. A
 * sync therefore costs each of many writers only a fraction.
 *
 * <p>After a sync has failed no other is tried, unless the file could not be written at all and has been opened again. The operating
 * system may have dropped what it could not write and then report success, so that only reopening the store shows what is there.
 */
final class GroupSync implements Durability {

  /** The file that is synced. */
  interface Synced {
    /** Makes everything that is committed durable, or throws. */
    void sync() throws SQLException;

    /**
     * Opens the file again after a sync failed, if what failed was not the syncing itself. Then everything that was committed is in it.
     *
     * @return whether it is open again
     */
    default boolean reopen(Exception failure) throws SQLException {
      return false;
    }

    /** As {@link Durability#requireSpace}. */
    default void requireSpace() {}
  }

  private final Synced file;
  private final String says;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private long begun;
  private long done;
  private boolean running;
  private @Nullable Exception failure;

  GroupSync(Synced file, String says) {
    this.file = file;
    this.says = says;
  }

  @Override
  public String says() {
    return says;
  }

  @Override
  public void requireSpace() {
    lock.lock();
    try {
      refuseAfterFailure();
    } finally {
      lock.unlock();
    }
    file.requireSpace();
  }

  @Override
  public void await() {
    lock.lock();
    try {
      // A sync that is already running may have begun before the caller's commit.
      long needed = begun + 1;
      while (done < needed) {
        refuseAfterFailure();
        if (running) {
          ended.awaitUninterruptibly();
        } else {
          lead();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void lead() {
    running = true;
    begun++;
    lock.unlock();
    Exception thrown = null;
    try {
      file.sync();
    } catch (SQLException | RuntimeException notSynced) {
      thrown = notSynced;
    } finally {
      lock.lock();
      running = false;
      ended.signalAll();
    }
    if (thrown == null) {
      done = begun;
    } else {
      failure = thrown;
    }
  }

  private void refuseAfterFailure() {
    Exception earlier = failure;
    if (earlier != null && !isOpenAgainAfter(earlier)) {
      throw StoreUnavailableException.untilRestart(
          "The ledger could not be synced to disk; it records nothing more until it is restarted: "
              + earlier.getMessage(),
          earlier);
    }
  }

  private boolean isOpenAgainAfter(Exception earlier) {
    try {
      if (file.reopen(earlier)) {
        failure = null;
        return true;
      }
      return false;
    } catch (SQLException stillClosed) {
      throw new StoreUnavailableException("The ledger's file cannot be opened again yet: " + stillClosed.getMessage(),
          stillClosed);
    }
  }
}
