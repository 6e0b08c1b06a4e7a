package io.contract.ledger.api.http;

import io.contract.ledger.api.store.CauseChain;

/**
 * Ends the process when memory has run out. Threads that died of it are not made again, so that a server which goes on may accept
 * connections that nobody serves. The flag {@code -XX:+ExitOnOutOfMemoryError} does the same, and sooner; this is for a server that was
 * started without.
 */
public final class OutOfMemory {

  /** As the Java virtual machine itself ends for it. */
  private static final int STATUS = 3;

  private OutOfMemory() {}

  /** Ends the process also when a thread of its own dies of it, such as the one that accepts connections. */
  public static void watchThreads() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          endIfAmong(thrown);
          if (before != null) {
            before.uncaughtException(thread, thrown);
          } else {
            System.err.println("thread " + thread.getName() + " ended: " + thrown);
          }
        });
  }

  /** Ends the process if this was thrown because memory has run out. */
  static void endIfAmong(Throwable thrown) {
    if (CauseChain.of(thrown).anyMatch(OutOfMemoryError.class::isInstance)) {
      System.err.println(
          "The ledger has run out of memory and ends. Nothing that was acknowledged is lost. Start it again, with more memory:"
              + " java -Xmx…");
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
