package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** While PostgreSQL is down, every request is told so at once. When it is back, so is the ledger, without a restart. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseGoneTest {

  private static final long PAUSE_NANOS = 100_000_000;

  @TempDir
  private Path directory;

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder().setDataDirectory(directory.resolve("pg")).setCleanDataDirectory(false)
        .setServerConfig("fsync", "on").setPort(port).start();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsAndWritesAreToldSoAndGoOnByThemselves(CapturedOutput output) throws Exception {
    long begun = System.nanoTime();
    EmbeddedPostgres first = start(0);
    int port = first.getPort();
    List<String> acknowledged = new ArrayList<>();
    try (TestServer server = TestServer.wholeOnPostgres(first.getJdbcUrl("postgres", "postgres"))) {
      server.post("/api/v1/agreements", AGREEMENT);
      assertThat(pay(server, "before", acknowledged).statusCode()).isEqualTo(201);
      first.close();

      HttpResponse<String> written = pay(server, "meanwhile", acknowledged);
      HttpResponse<String> read = server.get("/api/v1/agreements/down/position");
      HttpResponse<String> listed = server.get("/api/v1/agreements");
      for (HttpResponse<String> answer : List.of(written, read, listed)) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"store-unavailable\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      String down = health(server, "", 503);
      while (down.contains("no answer yet")) {
        LockSupport.parkNanos(PAUSE_NANOS);
        down = health(server, "", 503);
      }
      assertThat(down)
          .contains("\"store\":{\"details\":{\"reason\":\"the store cannot be reached\"},\"status\":\"DOWN\"}")
          .doesNotContain("localhost", "jdbc", "Exception");
      assertThat(health(server, "/readiness", 503)).contains("DOWN");
      assertThat(health(server, "/liveness", 200)).contains("UP");

      try (EmbeddedPostgres again = start(port)) {
        assertThat(again.getPort()).isEqualTo(port);
        while (pay(server, "after", acknowledged).statusCode() != 201) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(health(server, "", 200)).contains("UP");
        String payments = server.get("/api/v1/agreements/down/payments").body();
        assertThat(acknowledged).containsExactly("before", "after")
            .allSatisfy(id -> assertThat(payments).containsOnlyOnce("\"id\":\"" + id + "\""));
      }
    }
    // However many requests met it: one line, and one more for each minute that it lasted.
    long minutes = Duration.ofNanos(System.nanoTime() - begun).toMinutes();
    assertThat(output.getAll().lines().filter(line -> line.contains("The store cannot be reached")).count())
        .isBetween(1L, 1 + minutes);
    assertThat(output).doesNotContain("\tat io.contract");
  }

  private static final String AGREEMENT =
      """
          {"id": "down", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "2021-01-01",
           "effectiveOn": "2021-01-01", "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}],
           "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex",
                        "base": "net-sales", "rate": "0.20", "period": "quarter"}]}
          """;

  private static HttpResponse<String> pay(TestServer server, String id, List<String> acknowledged) {
    HttpResponse<String> answer =
        server.post(
            "/api/v1/agreements/down/payments",
            """
                {"id": "%s", "clause": "share", "payer": "acme", "payee": "globex", "amount": "1.00", "valueOn": "2021-05-01"}
                """
                .formatted(id));
    if (answer.statusCode() == 201) {
      acknowledged.add(id);
    }
    return answer;
  }

  /** The health, once it has that status: what it says may be some seconds old. */
  private static String health(TestServer server, String part, int status) {
    HttpResponse<String> answer = server.get("/actuator/health" + part);
    while (answer.statusCode() != status) {
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = server.get("/actuator/health" + part);
    }
    return answer.body();
  }
}
