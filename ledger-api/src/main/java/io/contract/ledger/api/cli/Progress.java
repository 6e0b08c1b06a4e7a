package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Terminal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reports on stderr what is going on: after two seconds, and then every ten seconds. */
final class Progress {

  private static final long PATIENCE_S = 2;
  private static final long AGAIN_S = 10;

  private final CountDownLatch done = new CountDownLatch(1);

  private Progress() {}

  /**
   * Does the work and reports meanwhile.
   *
   * @param doing what is going on: {@code checking acme.yaml}
   */
  static void during(String doing, Runnable work) {
    Progress progress = new Progress();
    Thread.ofPlatform().daemon().name("progress").start(() -> progress.watch(doing));
    try {
      work.run();
    } finally {
      progress.done.countDown();
    }
  }

  private void watch(String doing) {
    try {
      long waited = PATIENCE_S;
      boolean over = done.await(PATIENCE_S, TimeUnit.SECONDS);
      while (!over) {
        Terminal.complain(doing + " … (" + waited + " s)");
        over = done.await(AGAIN_S, TimeUnit.SECONDS);
        waited += AGAIN_S;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
