package io.contract.ledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.store.Stores;
import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sends thousands of malformed and hostile requests to every operation. Each is refused with a problem whose code has a page,
 * none breaks the server, and none changes anything. {@code -Dledger.fuzz.seed=…} sends others.
 */
class FuzzTest {

  private static final long SEED = Long.getLong("ledger.fuzz.seed", 20_261_124);
  private static final int REQUESTS = Integer.getInteger("ledger.fuzz.requests", 4_000);

  private final Map<String, Integer> pages = new ConcurrentHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();
  private final List<String> notProblems = new ArrayList<>();
  private int unanswered;

  private long slowest;
  private String slowestIs = "";

  @ParameterizedTest
  @EnumSource(Stores.class)
  void everyOneIsRefusedAndNothingChanges(Stores store) throws Exception {
    List<Operation> operations = Operation.all();
    Hostile hostile = new Hostile(new Random(SEED));
    try (TestServer server = store.whole()) {
      recorded(server.post("/api/v1/agreements", AcmeAndGlobex.body("acme-globex", "").replace('\'', '"')));
      recorded(
          server.post(
              "/api/v1/agreements/acme-globex/revenue-reports",
              """
                  {"id": "q1", "stream": "net-sales", "from": "2021-01-01", "through": "2021-03-31", "amount": "4700.00"}
                  """));
      String history = server.get("/api/v1/agreements/acme-globex/history").body();
      for (int i = 0; i < REQUESTS; i++) {
        Hostile.Request request = hostile.of(operations.get(i % operations.size()), "acme-globex");
        long begun = System.nanoTime();
        RawHttp.Answered answered =
            RawHttp.send(
                server.address(""), request.method(), request.target(), request.headers(), request.body());
        judge(server, request, answered, System.nanoTime() - begun);
      }
      System.out.println(
          "fuzz on " + store + ", seed " + SEED + ": " + REQUESTS + " requests over " + operations.size()
              + " operations, 5xx " + broken.size() + ", accepted though invalid " + accepted.size()
              + ", refused without a problem " + notProblems.size() + ", closed without an answer " + unanswered
              + ", slowest " + slowest / 1_000_000 + " ms: " + slowestIs);
      assertThat(broken).as("5xx").isEmpty();
      assertThat(accepted).as("accepted though invalid").isEmpty();
      assertThat(notProblems).as("refused without a problem").isEmpty();
      assertThat(server.get("/api/v1/agreements/acme-globex/history").body()).isEqualTo(history);
      assertThat(pages.values()).as("every code has a page").containsOnly(200);
    }
  }

  private static void recorded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void judge(TestServer server, Hostile.Request request, RawHttp.Answered answered, long nanos) {
    String said =
        request.what() + ": " + request.method() + " " + cut(request.target()) + " " + cut(request.headers()) + " "
            + cut(new String(request.body(), java.nio.charset.StandardCharsets.ISO_8859_1)) + " -> "
            + answered.status();
    if (nanos > slowest) {
      slowest = nanos;
      slowestIs = said;
    }
    if (answered.status() == 0) {
      unanswered++;
    } else if (answered.status() >= 500) {
      broken.add(said);
    } else if (answered.status() < 400) {
      accepted.add(said);
    } else if (!isWhole(server, answered)) {
      notProblems.add(said + " " + answered.contentType());
    }
  }

  private boolean isWhole(TestServer server, RawHttp.Answered answered) {
    return answered.problem().filter(problem -> isWhole(server, problem)).isPresent();
  }

  private boolean isWhole(TestServer server, Value.Tree problem) {
    for (String name : List.of("type", "title", "status", "detail", "code", "violations")) {
      if (problem.get(name).isEmpty()) {
        return false;
      }
    }
    String type = new Fields(problem).text("type");
    pages.computeIfAbsent(type, page -> server.get(page).statusCode());
    return true;
  }

  private static String cut(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }
}
