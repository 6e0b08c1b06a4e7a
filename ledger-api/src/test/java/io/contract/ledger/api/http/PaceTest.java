package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With a patience of 5 s, a caller whom nobody waits for is judged after 10 s of waiting, and else after 5 s. */
class PaceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int KILO = 1024;

  @Test
  void thirtyTwoKilobytesForEachSecondAreEnoughWhileNobodyWaits() {
    Pace pace = new Pace(PATIENCE, () -> false);
    for (int second = 0; second < 60; second++) {
      assertThat(pace.isTooSlowAfter(SECOND, 32 * KILO)).as("second %d", second).isFalse();
    }
  }

  @Test
  void lessIsTooSlowAfterTenSeconds() {
    Pace pace = new Pace(PATIENCE, () -> false);
    for (int second = 1; second < 10; second++) {
      assertThat(pace.isTooSlowAfter(SECOND, 31 * KILO)).as("second %d", second).isFalse();
    }
    assertThat(pace.isTooSlowAfter(SECOND, 31 * KILO)).isTrue();
  }

  @Test
  void whileOthersWaitItIsTooSlowAfterFive() {
    Pace pace = new Pace(PATIENCE, () -> true);
    for (int second = 1; second < 5; second++) {
      assertThat(pace.isTooSlowAfter(SECOND, 200 * KILO)).as("second %d", second).isFalse();
    }
    assertThat(pace.isTooSlowAfter(SECOND, 200 * KILO)).as("1,000 kB of 1,280").isTrue();
  }

  @Test
  void whatWentFastBeforeExcusesNoHalt() {
    Pace pace = new Pace(PATIENCE, () -> false);
    assertThat(pace.isTooSlowAfter(0, 100_000_000)).isFalse();
    assertThat(pace.isTooSlowAfter(9 * SECOND, 1)).isFalse();
    assertThat(pace.isTooSlowAfter(SECOND, 1)).isTrue();
  }

  @Test
  void theTimeThatTheLedgerTakesDoesNotCount() {
    Pace pace = new Pace(PATIENCE, () -> true);
    for (int i = 0; i < 100_000; i++) {
      assertThat(pace.isTooSlowAfter(0, 1)).isFalse();
    }
  }
}
