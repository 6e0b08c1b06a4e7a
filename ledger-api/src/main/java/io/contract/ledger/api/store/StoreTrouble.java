package io.contract.ledger.api.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs that the store fails: one line at first, and one a minute while it goes on, however many requests meet it. */
@Component
public class StoreTrouble {
  private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Map<StoreFailure, Said> said = new EnumMap<>(StoreFailure.class);

  private record Said(long at, long since) {}

  /** A request has met the failure. */
  public synchronized void met(StoreFailure failure, Throwable thrown) {
    long now = System.nanoTime();
    Said last = said.get(failure);
    if (last != null && now - last.at() < PAUSE_NANOS) {
      said.put(failure, new Said(last.at(), last.since() + 1));
      return;
    }
    said.put(failure, new Said(now, 0));
    LOG.error(
        "{}: {}{}",
        switch (failure) {
          case STOPPED ->
            "The store could not be synced to disk, so that nothing is recorded until the server is started again";
          case UNREACHABLE -> "The store cannot be reached";
          case FULL -> "The store has no space left, so that nothing is recorded";
        },
        root(thrown),
        last == null || last.since() == 0 ? "" : " (and " + last.since() + " times more since this was last said)");
  }

  private static String root(Throwable thrown) {
    Throwable root = CauseChain.of(thrown).reduce(thrown, (outer, inner) -> inner);
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
