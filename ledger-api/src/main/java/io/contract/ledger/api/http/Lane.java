package io.contract.ledger.api.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a few requests of a kind go on at a time; the others wait their turn, not long and not many. */
final class Lane {

  /** How many may wait. One more would wait for longer than it is let. */
  private static final int MOST_WAITING = 200;

  private final String of;
  private final Semaphore places;
  private final Duration longestWait;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * An empty lane.
   *
   * @param of what its requests are, in the plural
   * @param places how many go on at a time, at least 1
   */
  Lane(String of, int places, Duration longestWait) {
    this.of = of;
    this.places = new Semaphore(places, true);
    this.longestWait = longestWait;
  }

  /**
   * Takes a place, which {@link #leave} gives back.
   *
   * @throws TooManyRequestsException when no place gets free in time, or too many wait already
   */
  void enter() {
    try {
      if (waiting.incrementAndGet() > MOST_WAITING
          || !places.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooManyRequestsException(of);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TooManyRequestsException(of);
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** Whether somebody waits. */
  boolean isWanted() {
    return places.hasQueuedThreads();
  }

  void leave() {
    places.release();
  }
}
