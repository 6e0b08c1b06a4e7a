package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.store.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one request may take of the server, on a server that lets an answer have 100 periods, windows and cuts. */
class LimitsOverHttpTest {

  private static final String DUTY =
      "{\"id\": \"plan\", \"kind\": \"duty\", \"obligor\": \"acme\", \"obligee\": \"globex\", \"act\": \"send a plan\","
          + " \"period\": \"month\", \"due\": {\"days\": 10}}";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.whole(folder.resolve("data"), "--ledger.questions.most-rows=100");
    for (String id : new String[]{"a-small", "b-large", "c-small"}) {
      String from = id.equals("b-large") ? "1950-01-01" : "2021-01-01";
      assertThat(
          server.post(
              "/api/v1/agreements",
              """
                  {"id": "%s", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "%s", "effectiveOn": "%s",
                   "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}], "clauses": [%s]}
                  """
                  .formatted(id, from, from, DUTY))
              .statusCode())
          .isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aQuestionThatIsTooLargeIsRefusedWithTheLimitAndTheSameOfAnEarlierDayIsAnswered() {
    HttpResponse<String> refused = server.get("/api/v1/agreements/b-large/obligations?effectiveOn=2021-02-28");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"code\":\"question-too-large\"", "more than 100 periods");

    // 1950-01 through 1958-04 are a hundred months.
    assertThat(server.get("/api/v1/agreements/b-large/obligations?effectiveOn=1958-04-30").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v1/agreements/b-large/obligations?effectiveOn=1958-05-01").statusCode()).isEqualTo(422);
  }

  @Test
  void anAgreementThatCannotBeAnsweredForIsARowWithAProblemAndHealthNamesIt() {
    String all = server.get("/api/v1/obligations?effectiveOn=2021-02-28").body();

    assertThat(all).contains("{\"agreement\":\"b-large\",\"problem\":{\"type\":\"/problems/question-too-large\"");
    assertThat(all.split("\"agreement\":\"a-small\"", -1)).as("January and February").hasSize(3);
    assertThat(all.split("\"agreement\":\"c-small\"", -1)).hasSize(3);
    String health = server.get("/actuator/health").body();
    assertThat(health).contains("\"unanswered\":{\"details\":{\"b-large\":\"question-too-large\"},\"status\":\"UP\"}")
        .as("where the store is stays with who runs it").doesNotContain("ledger.mv.db");

    server.get("/api/v1/obligations?effectiveOn=1950-02-28");
    assertThat(server.get("/actuator/health").body()).as("answered for since")
        .contains("\"unanswered\":{\"status\":\"UP\"}").doesNotContain("b-large");
  }

  @Test
  void aThousandReportsAreExplainedBecauseWhatIsRecordedIsNotCounted() {
    assertThat(
        server.post(
            "/api/v1/agreements",
            """
                {"id": "daily", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "2021-01-01",
                 "effectiveOn": "2021-01-01", "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}],
                 "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex", "base": "sales",
                   "rate": "0.20", "period": "year",
                   "cap": {"amount": "9000.00", "basis": "accrued", "counts": "since-inception"}}]}
                """)
            .statusCode())
        .isEqualTo(201);
    LocalDate first = LocalDate.of(2021, 1, 1);
    String reports =
        IntStream.range(0, 1_000)
            .mapToObj(
                day -> """
                    {"revenue": {"id": "r%d", "stream": "sales", "from": "%s", "through": "%s", "amount": "50.00"}}
                    """.formatted(day, first.plusDays(day), first.plusDays(day)))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(server.post("/api/v1/agreements/daily/facts", reports).statusCode()).isEqualTo(201);

    HttpResponse<String> explained =
        server.get("/api/v1/agreements/daily/explain?clause=share&figure=accrued&effectiveOn=2023-12-31");

    // 20 % of 1,000 × 50.00 are 10,000.00, of which the cap leaves 9,000.00.
    assertThat(explained.statusCode()).as(explained.body()).isEqualTo(200);
    assertThat(explained.body()).contains("\"9000.00\"");
  }

  @Test
  void aListOfAMillionIsRefusedInOneSentenceAndTheServerGoesOn() {
    String million = "[" + String.join(",", Collections.nCopies(1_000_000, "1")) + "]";
    String quarter = "[" + String.join(",", Collections.nCopies(250_000, "1")) + "]";

    assertThat(server.post("/api/v1/agreements/a-small/facts", million).body())
        .contains("\"code\":\"body-too-large\"", "\"title\":\"The body is too large\"",
            "the body has more than 500,000 values, of all kinds and at any depth; send less at once");
    assertThat(server.post("/api/v1/agreements/a-small/facts", quarter).body())
        .contains("has 250000 items; at most 10000 are taken at a time").hasSizeLessThan(1_000);
    assertThat(server.get("/api/v1/agreements/a-small").statusCode()).isEqualTo(200);
  }

  @Test
  void aHundredViolationsAreListedAndTheRestIsCounted() {
    String wrong =
        IntStream.range(0, 250).mapToObj(i -> "\"field" + i + "\": 1").collect(Collectors.joining(",", "{", "}"));

    String refused = server.post("/api/v1/agreements/a-small/payments", wrong).body();

    // Six required fields are missing besides.
    assertThat(refused.split("\"path\":", -1)).hasSize(102);
    assertThat(refused).contains("and 156 more violations; 100 are listed at a time");
  }

  @Test
  void aLongNameOrNumberIsShownShortened() {
    String refused =
        server.post("/api/v1/agreements/a-small/payments",
            "{\"" + "n".repeat(900) + "\": 1, \"id\": " + "7".repeat(900) + "}")
            .body();
    assertThat(refused).contains("'" + "n".repeat(56) + "…' is not a field here", "7".repeat(56) + "…");
    assertThat(refused.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000);
  }
}
