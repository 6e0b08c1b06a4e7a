package io.contract.ledger.api.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A part of the memory that requests of a kind have together. It is counted in kB. */
final class MemoryShare {

  private static final int KILO = 1024;

  /** For how long somebody who found nothing free counts as waiting, though it went on without. */
  private static final long RECENTLY = Duration.ofSeconds(1).toNanos();

  private final String of;
  private final int kilobytes;
  private final Semaphore free;
  private final Duration longestWait;
  private volatile long lacked = System.nanoTime() - RECENTLY;

  /**
   * A share of which nothing is taken.
   *
   * @param of what takes it, in the plural
   * @param bytes how much it is; at least 1 kB
   * @param longestWait how long a request waits for others to give back what they have
   */
  MemoryShare(String of, long bytes, Duration longestWait) {
    this.of = of;
    this.kilobytes = Math.toIntExact(Math.clamp(bytes / KILO, 1, Integer.MAX_VALUE));
    this.free = new Semaphore(kilobytes, true);
    this.longestWait = longestWait;
  }

  /**
   * Takes so many bytes, which {@link #giveBack} gives back. Who asks for more than all has all.
   *
   * @throws TooManyRequestsException when they do not get free in time
   */
  void take(long bytes) {
    try {
      if (!free.tryAcquire(rounded(bytes), longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooManyRequestsException(of);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TooManyRequestsException(of);
    }
  }

  /** Takes so many bytes if they are free. */
  boolean takeIfFree(long bytes) {
    boolean isFree = free.tryAcquire(rounded(bytes));
    if (!isFree) {
      lacked = System.nanoTime();
    }
    return isFree;
  }

  /** Gives back what was taken at once. */
  void giveBack(long bytes) {
    free.release(rounded(bytes));
  }

  /** Whether somebody waits, or has just found nothing free. */
  boolean isWanted() {
    return free.hasQueuedThreads() || System.nanoTime() - lacked < RECENTLY;
  }

  /** How much it is. */
  long bytes() {
    return (long) kilobytes * KILO;
  }

  private int rounded(long bytes) {
    return Math.toIntExact(Math.min(kilobytes, (bytes + KILO - 1) / KILO));
  }
}
