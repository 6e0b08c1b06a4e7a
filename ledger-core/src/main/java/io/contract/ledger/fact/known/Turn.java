package io.contract.ledger.fact.known;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one calculation at a time use what is kept. One that would have to wait for long does without: the answer is the same, and a
 * question that takes seconds does not hold up the recording of a fact that needs the same positions.
 */
public final class Turn {

  private static final long PATIENCE_MILLIS = 100;

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Calculates.
   *
   * @param withKept uses what is kept; nobody else does at the same time
   * @param without gives the same answer from the facts alone
   */
  public <T> T take(Supplier<T> withKept, Supplier<T> without) {
    if (!isMine()) {
      return without.get();
    }
    try {
      return withKept.get();
    } finally {
      lock.unlock();
    }
  }

  private boolean isMine() {
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
