package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** While PostgreSQL is down, every request is told so at once. When it is back, so is the ledger, without a restart. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseGoneTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int TRIES = 300;
  private static final long PAUSE_NANOS = 100_000_000;

  @TempDir
  private Path directory;

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder().setDataDirectory(directory.resolve("pg")).setCleanDataDirectory(false)
        .setServerConfig("fsync", "on").setPort(port).start();
  }

  @Test
  void readsAndWritesAreToldSoAndGoOnByThemselves(CapturedOutput output) throws Exception {
    EmbeddedPostgres first = start(0);
    int port = first.getPort();
    List<String> acknowledged = new ArrayList<>();
    try (TestServer server = TestServer.wholeOnPostgres(first.getJdbcUrl("postgres", "postgres"))) {
      post(server, "/api/v1/agreements", AGREEMENT);
      assertThat(pay(server, "before", acknowledged).statusCode()).isEqualTo(201);
      first.close();

      HttpResponse<String> written = pay(server, "meanwhile", acknowledged);
      HttpResponse<String> read = get(server, "/api/v1/agreements/down/position");
      HttpResponse<String> listed = get(server, "/api/v1/agreements");
      for (HttpResponse<String> answer : List.of(written, read, listed)) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"store-unavailable\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(health(server, "", 503)).contains("\"store\":{\"status\":\"DOWN\"");
      assertThat(health(server, "/readiness", 503)).contains("DOWN");
      assertThat(health(server, "/liveness", 200)).contains("UP");

      try (EmbeddedPostgres again = start(port)) {
        assertThat(again.getPort()).isEqualTo(port);
        int tries = 0;
        while (pay(server, "after", acknowledged).statusCode() != 201) {
          assertThat(tries++).as("tries until it goes on").isLessThan(TRIES);
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(health(server, "", 200)).contains("UP");
        String payments = get(server, "/api/v1/agreements/down/payments").body();
        assertThat(acknowledged).containsExactly("before", "after")
            .allSatisfy(id -> assertThat(payments).containsOnlyOnce("\"id\":\"" + id + "\""));
      }
    }
    assertThat(output.getAll().lines().filter(line -> line.contains("The store cannot be reached"))).hasSize(1);
    assertThat(output).doesNotContain("\tat io.contract");
  }

  private static final String AGREEMENT =
      """
          {"id": "down", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "2021-01-01",
           "effectiveOn": "2021-01-01", "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}],
           "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex",
                        "base": "net-sales", "rate": "0.20", "period": "quarter"}]}
          """;

  private static HttpResponse<String> pay(TestServer server, String id, List<String> acknowledged) throws Exception {
    HttpResponse<String> answer =
        post(
            server, "/api/v1/agreements/down/payments",
            """
                {"id": "%s", "clause": "share", "payer": "acme", "payee": "globex", "amount": "1.00", "valueOn": "2021-05-01"}
                """
                .formatted(id));
    if (answer.statusCode() == 201) {
      acknowledged.add(id);
    }
    return answer;
  }

  /** The health, once it has that status. It is asked a few times: what it says may be some seconds old. */
  private static String health(TestServer server, String part, int status) throws Exception {
    HttpResponse<String> answer = get(server, "/actuator/health" + part);
    for (int tries = 0; answer.statusCode() != status && tries < TRIES; tries++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = get(server, "/actuator/health" + part);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static HttpResponse<String> get(TestServer server, String path) throws Exception {
    return CLIENT.send(request(server.address(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(TestServer server, String path, String json) throws Exception {
    return CLIENT.send(
        request(server.address(path)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1));
  }
}
