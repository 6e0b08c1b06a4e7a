package io.contract.ledger.api.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The clock of a store that one process has open: the machine's, kept from going back. It knows every transaction that has a stamp.
 *
 * <p>After a restart it does not know for which instants questions were answered before. It therefore keeps a bound in the store
 * that it never passes, and begins after it. The bound is a little ahead, so that it is rarely written.
 */
final class ProcessClock implements LedgerClock {

  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final InstantSource machine;
  private final Consumer<Instant> keep;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final IdentityHashMap<UnitOfWork<?>, Instant> open = new IdentityHashMap<>();
  private Instant latest;
  private Instant bound;

  /**
   * A clock that begins after the bound.
   *
   * @param machine the machine's clock
   * @param bound the bound that is kept in the store
   * @param keep keeps another bound in the store; returns once it is durable
   */
  ProcessClock(InstantSource machine, Instant bound, Consumer<Instant> keep) {
    this.machine = machine;
    this.latest = bound;
    this.bound = bound;
    this.keep = keep;
  }

  @Override
  public Instant now() {
    lock.lock();
    try {
      return later(Stamps.micros(machine.instant()), latest);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant stamp() {
    UnitOfWork<?> unit = Stamps.limit();
    lock.lock();
    try {
      pass(later(Stamps.micros(machine.instant()), latest.plus(1, ChronoUnit.MICROS)));
      open.putIfAbsent(unit, latest);
      unit.onCleanup(this::end);
      return latest;
    } finally {
      lock.unlock();
    }
  }

  private void end(UnitOfWork<?> unit) {
    lock.lock();
    try {
      open.remove(unit);
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void settle(Instant instant) {
    lock.lock();
    try {
      pass(later(instant, latest));
      long left = Stamps.PATIENCE.toNanos();
      while (open.values().stream().anyMatch(stamp -> !stamp.isAfter(instant))) {
        if (left <= 0) {
          throw new NotSettledException(instant);
        }
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotSettledException(instant);
    } finally {
      lock.unlock();
    }
  }

  /** Goes on to the instant, with a bound behind which it stays. */
  private void pass(Instant instant) {
    if (instant.isAfter(bound)) {
      Instant further = instant.plus(AHEAD);
      keep.accept(further);
      bound = further;
    }
    latest = instant;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
