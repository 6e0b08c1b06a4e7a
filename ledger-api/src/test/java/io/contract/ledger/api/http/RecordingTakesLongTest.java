package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.id.AgreementId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes too long to decide is refused with the limit that it met, on a server that lets a request take four seconds. */
class RecordingTakesLongTest {

  private static final String AGREEMENT =
      """
          {"id": "old", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "1950-01-01", "effectiveOn": "1950-01-01",
           "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}],
           "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex", "base": "sales", "rate": "0.20",
             "period": "month", "cap": {"amount": "50000.00", "basis": "unstated", "counts": "unstated"}}]}
          """;
  private static final String REPORT =
      "{\"id\": \"r\", \"stream\": \"sales\", \"from\": \"1950-01-01\", \"through\": \"2025-12-31\", \"amount\": \"1000000.00\"}";

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.whole(folder.resolve("data"), "--ledger.questions.longest=4s");
    assertThat(server.post("/api/v1/agreements", AGREEMENT).statusCode()).isEqualTo(201);
    assertThat(server.post("/api/v1/agreements/old/revenue-reports", REPORT).statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void factsThatAreNotDecidedInTimeAreRefusedWithTheLimitAndNoneIsRecorded() {
    HttpResponse<String> refused = server.post("/api/v1/agreements/old/facts", waivers(5_000));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.body()).contains(
        "\"code\":\"question-too-long\"",
        "these facts were not decided after 4 s, which is the longest that one request may take, so that none of them is recorded");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(server.ledger().find(new AgreementId("old")).orElseThrow().nextSequence())
        .isEqualTo(2);
    assertThat(server.post("/api/v1/agreements/old/facts", waivers(2)).statusCode()).isEqualTo(201);
  }

  @Test
  void expectationsOfAFileTakeNoLongerTogetherThanOneQuestion() {
    HttpResponse<String> refused =
        check(5_000, day -> "2%03d-12-31".formatted(100 + day % 100) + "\", \"knownAt\": \"2026-01-%02dT00:00:%02dZ"
            .formatted(day % 28 + 1, day % 60));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
    assertThat(refused.body()).contains("\"code\":\"question-too-long\"", "the answer was not ready after 4 s");

    HttpResponse<String> same = check(1_000, day -> "2199-12-31");
    assertThat(same.statusCode()).as("the same question again and again is answered once").isEqualTo(200);
  }

  /** Checks a file with so many expectations, each of the day that is given for it. */
  private static HttpResponse<String> check(int count, IntFunction<String> day) {
    String expectations =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"effectiveOn\": \"" + day.apply(i)
                + "\", \"position\": {\"clause\": \"share\", \"paid\": \"0.00\"}}")
            .collect(Collectors.joining(","));
    return server.post(
        "/api/v1/agreement-files?dryRun=true",
        "{\"ledger\": 1, \"agreement\": " + AGREEMENT.replace("\"old\"", "\"new\"")
            + ", \"history\": [{\"at\": \"2026-01-01T00:00:00Z\", \"revenue\": "
            + REPORT + "}], \"expect\": [" + expectations + "]}");
  }

  private static String waivers(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "{\"waiver\": {\"clause\": \"share\", \"by\": \"globex\", \"amount\": \"0.01\", \"on\": \"2025-12-31\", \"period\": \"1950-%02d\"}}"
                .formatted(i % 12 + 1))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
