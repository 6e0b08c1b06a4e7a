package io.contract.ledger.api.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How fast a caller has to send or to read (ADR 0032). Only the time that the server waits for the caller counts, so that nobody is blamed
 * for what the ledger takes. The time is looked at in stretches: what went fast before excuses no halt.
 */
final class Pace {

  /** The fewest bytes for each second of waiting. */
  static final long SLOWEST = 32 * 1024;

  /** The fewest bytes for each second of waiting while others wait for the place or the memory that the request holds. */
  static final long SLOWEST_WHILE_WANTED = 256 * 1024;

  /** How many times the patience a caller has whom nobody waits for. */
  private static final int UNWANTED = 2;

  private final long patience;
  private final BooleanSupplier isWanted;
  private long waited;
  private long bytes;

  /**
   * A pace of a caller that has not been waited for yet.
   *
   * @param patience the length of a stretch while others wait, and half of it otherwise
   * @param isWanted whether others wait for what the request holds
   */
  Pace(Duration patience, BooleanSupplier isWanted) {
    this.patience = patience.toNanos();
    this.isWanted = isWanted;
  }

  /**
   * Counts a read or a write.
   *
   * @param nanos how long it waited for the caller
   * @param moved how many bytes it moved, at least 0
   * @return whether the caller has been too slow
   */
  boolean isTooSlowAfter(long nanos, long moved) {
    waited += nanos;
    bytes += moved;
    boolean someoneWaits = isWanted.getAsBoolean();
    long stretch = someoneWaits ? patience : UNWANTED * patience;
    long fewest = (someoneWaits ? SLOWEST_WHILE_WANTED : SLOWEST) * stretch / Duration.ofSeconds(1).toNanos();
    if (bytes >= fewest) {
      waited = 0;
      bytes = 0;
      return false;
    }
    return waited >= stretch;
  }
}
