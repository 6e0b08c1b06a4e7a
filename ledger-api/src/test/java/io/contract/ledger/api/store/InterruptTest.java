package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.id.AgreementId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Java closes a file when a thread is interrupted in it. The store must stay open for all other threads. */
class InterruptTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  @Test
  void anInterruptedWriterLeavesTheStoreUsable() throws Exception {
    try (TestServer server = Stores.H2.create().start("--logging.level.org.axonframework=off")) {
      server.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a")), ANN);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger acknowledged = new AtomicInteger();
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; !stop.get(); i++) {
                      try {
                        server.ledger().record(new AgreementId("a"), List.of(SomeFacts.milestone("m" + i)), ANN);
                        acknowledged.incrementAndGet();
                      } catch (RuntimeException interrupted) {
                        // The interrupted thread may fail in any way; the others must not.
                      }
                    }
                  });
      for (int i = 0; i < 200; i++) {
        Thread.sleep(5);
        writer.interrupt();
      }
      stop.set(true);
      writer.join();

      server.ledger().record(new AgreementId("a"), List.of(SomeFacts.milestone("after")), ANN);
      server.forgetKept();
      assertThat(server.ledger().find(new AgreementId("a")).orElseThrow().facts().events())
          .hasSizeGreaterThanOrEqualTo(acknowledged.get() + 2);
    }
  }
}
