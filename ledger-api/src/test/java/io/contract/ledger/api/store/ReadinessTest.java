package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that answers questions is ready, also while the disk is so full that it records nothing (ADR 0033). */
class ReadinessTest {

  @TempDir
  private Path directory;

  @Test
  void aFullDiskIsSaidAndLeavesTheServerReadyToAnswer() {
    try (EventDatabase open = H2Database.open(directory.resolve("data"))) {
      EventDatabase full = without(open, new StoreFullException("the disk has 0 MB free"));
      JdbcClient jdbc = JdbcClient.create(open.administration());

      Health store = known(new StoreHealth(jdbc, full));
      assertThat(store.getStatus()).isEqualTo(Status.DOWN);
      assertThat(store.getDetails().toString()).contains("the store has no space left");
      Health answers = known(new StoreAnswers(jdbc, full));
      assertThat(answers.getStatus()).isEqualTo(Status.UP);
      assertThat(answers.getDetails()).as("no text that may name files")
          .containsEntry("records", "nothing: the store has no space left");
    }
  }

  @Test
  void aServerThatMustBeStartedAgainIsNotReady() {
    try (EventDatabase open = H2Database.open(directory.resolve("data"))) {
      EventDatabase stopped =
          without(open, StoreUnavailableException.untilRestart("the ledger could not be synced", new SQLException()));

      assertThat(known(new StoreAnswers(JdbcClient.create(open.administration()), stopped)).getStatus())
          .isEqualTo(Status.DOWN);
    }
  }

  @Test
  void readinessIsAboutAnsweringAndHealthAboutRecordingToo() {
    try (TestServer server = TestServer.whole(directory.resolve("data"))) {
      assertThat(server.get("/actuator/health/readiness").body()).contains("\"storeAnswers\":{")
          .doesNotContain("\"store\":");
      assertThat(server.get("/actuator/health").body()).contains("\"store\":{");
    }
  }

  /** The health, once it is known. */
  private static Health known(HealthIndicator indicator) {
    Health health = Objects.requireNonNull(indicator.health());
    return "no answer yet".equals(health.getDetails().get("reason")) ? known(indicator) : health;
  }

  /** The database as it is, but that it cannot record, for that reason. */
  private static EventDatabase without(EventDatabase open, RuntimeException space) {
    Durability none = new Durability() {
      @Override
      public void await() {}

      @Override
      public void requireSpace() {
        throw space;
      }

      @Override
      public String says() {
        return "";
      }
    };
    return (EventDatabase) Proxy.newProxyInstance(
        EventDatabase.class.getClassLoader(), new Class<?>[]{EventDatabase.class},
        (proxy, method, arguments) -> method.getName().equals("durability") ? none : method.invoke(open, arguments));
  }
}
