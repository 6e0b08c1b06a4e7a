package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.api.ledger.Concurrently;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Many callers wait for one sync. No caller returns before a sync that began after its own commit has ended. */
class GroupSyncTest {

  @Test
  void nobodyReturnsBeforeItsOwnCommitIsSyncedAndSyncsAreShared() {
    AtomicInteger committed = new AtomicInteger();
    AtomicInteger durable = new AtomicInteger();
    AtomicInteger syncs = new AtomicInteger();
    GroupSync sync =
        new GroupSync(
            () -> {
              int atLeast = committed.get();
              LockSupport.parkNanos(1_000_000);
              durable.set(atLeast);
              syncs.incrementAndGet();
            },
            "");

    Concurrently.call(
        16,
        50,
        (thread, turn) -> {
          int mine = committed.incrementAndGet();
          sync.await();
          assertThat(durable.get()).isGreaterThanOrEqualTo(mine);
          return turn;
        });

    assertThat(committed).hasValue(800);
    assertThat(syncs.get()).isBetween(50, 400);
  }

  @Test
  void whoeverIsRefusedAfterAFailedSyncIsToldThatTheServerMustBeStartedAgain() {
    GroupSync sync =
        new GroupSync(
            () -> {
              throw new SQLException("Could not sync");
            },
            "");

    StoreFailure failure =
        StoreFailure.of(catchThrowableOfType(StoreUnavailableException.class, sync::await)).orElseThrow();

    assertThat(failure.says()).contains("until the server is started again").doesNotContain("in a moment");
  }

  @Test
  void afterAFailedSyncNothingIsSaidToBeDurableAnyMore() {
    AtomicInteger tries = new AtomicInteger();
    GroupSync sync =
        new GroupSync(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new SQLException("the disk is gone");
              }
            },
            "");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(sync::await)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("the disk is gone");
    }
    assertThat(tries).hasValue(1);
  }
}
