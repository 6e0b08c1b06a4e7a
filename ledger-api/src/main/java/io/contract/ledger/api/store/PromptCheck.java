package io.contract.ledger.api.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * A check of the store whose answer is there at once, also when the store does not answer. While a check runs, nobody begins another,
 * and everyone is told what the last one found, if that is not too old.
 */
final class PromptCheck {

  /** A result of {@link #FOR_LONG} counts until there is another. */
  static final Duration FOR_LONG = Duration.ofDays(1);

  /** Health asks three checks one after another, and is to be there within a second. */
  private static final long PATIENCE_MILLIS = 250;

  private final Supplier<Health> check;
  private final Duration goodFor;
  private @Nullable CompletableFuture<Found> running;
  private @Nullable Found last;

  private record Found(Health health, long at) {
    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - at < age.toNanos();
    }
  }

  /**
   * A check that has not run yet.
   *
   * @param check finds out, however long it takes; what it throws counts as DOWN
   * @param goodFor how long a good result counts while the next check takes its time
   */
  PromptCheck(Supplier<Health> check, Duration goodFor) {
    this.check = check;
    this.goodFor = goodFor;
  }

  Health health() {
    CompletableFuture<Found> asked = running();
    try {
      return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).health();
    } catch (TimeoutException notYet) {
      return lastKnown();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a failed check is a result", impossible);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return lastKnown();
    }
  }

  private synchronized CompletableFuture<Found> running() {
    CompletableFuture<Found> before = running;
    if (before != null && !before.isDone()) {
      return before;
    }
    CompletableFuture<Found> next = new CompletableFuture<>();
    Thread.ofVirtual().name("health").start(() -> {
      Found found = new Found(checked(), System.nanoTime());
      keep(found);
      next.complete(found);
    });
    running = next;
    return next;
  }

  private Health checked() {
    try {
      return check.get();
    } catch (RuntimeException | Error failed) {
      return Health.down().withDetail("reason", reason(failed)).build();
    }
  }

  /** Why a check failed, without the exception's own text, which may name files, addresses and statements. */
  static String reason(Throwable failed) {
    return StoreFailure.of(failed)
        .map(ofStore -> ofStore.says().replaceFirst(";.*", ""))
        .orElseGet(() -> "the check failed (" + failed.getClass().getSimpleName() + ")");
  }

  private synchronized void keep(Found now) {
    last = now;
  }

  private synchronized Health lastKnown() {
    Found known = last;
    // What was wrong is told until something else is found, so that also who asks seldom hears more than that there is no answer.
    boolean counts = known != null && (known.health().getStatus().equals(Status.DOWN) || known.isYoungerThan(goodFor));
    return known != null && counts ? known.health() : Health.down().withDetail("reason", "no answer yet").build();
  }
}
