package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However long it takes to decide on facts, nothing is held meanwhile that others need. */
class DecidingTest {

  private static final AgreementId ID = new AgreementId("a");
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  /** Looks at the server whenever the next fact is about to be decided. */
  private record Looking(Runnable looks) implements Budget.Watch {
    @Override
    public void look() {
      looks.run();
    }

    @Override
    public void grown() {}

    @Override
    public <T> T asOneQuestion(Supplier<T> work) {
      return work.get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void questionsAboutThisMomentAreAnsweredAndNoConnectionIsHeld(Stores kind) throws Exception {
    try (TestServer server = kind.create().start()) {
      Ledger ledger = server.ledger();
      ledger.record(ID, List.of(SomeFacts.agreement("a")), ANN);
      server.forgetKept();
      List<Integer> connections = new ArrayList<>();
      Looking looking =
          new Looking(() -> {
            connections.add(connections(server));
            // Another thread, as another request has.
            CompletableFuture.runAsync(() -> ledger.settle(ledger.now())).join();
          });

      List<Fact> facts = List.of(SomeFacts.milestone("m1"), SomeFacts.milestone("m2"), SomeFacts.milestone("m3"));
      new Budget(1_000, 1_000, looking).ask(() -> ledger.record(ID, facts, ANN));

      assertThat(connections).as("for each fact").containsExactly(0, 0, 0);
      assertThat(ledger.find(ID).orElseThrow().facts().events()).hasSize(4);
    }
  }

  private static int connections(TestServer server) {
    try {
      return server.bean(EventDatabase.class).application().unwrap(HikariDataSource.class).getHikariPoolMXBean()
          .getActiveConnections();
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
