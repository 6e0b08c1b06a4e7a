package io.contract.ledger.api.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Rebuilds the overview before the server answers, if it is missing or an older version of the ledger wrote it. */
@Component
class OverviewStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OverviewStart.class);
  private static final long OFTEN = 1_000;

  private final Overview overview;
  private boolean running;

  OverviewStart(Overview overview) {
    this.overview = overview;
  }

  @Override
  public void start() {
    overview.rebuildIfOutdated(
        agreements -> {
          if (agreements % OFTEN == 0) {
            LOG.info("Making the overview of all agreements anew: {} done.", agreements);
          }
        });
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Runs before the web server, which starts last. */
  @Override
  public int getPhase() {
    return 0;
  }
}
