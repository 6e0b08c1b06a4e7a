package io.contract.ledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of malformed and hostile requests to every operation. Each is refused with a problem whose code has a page,
 * none breaks the server, and none changes anything. {@code -Dledger.fuzz.seed=…} sends others.
 */
class FuzzTest {

  private static final long SEED = Long.getLong("ledger.fuzz.seed", 20_261_124);
  private static final int REQUESTS = Integer.getInteger("ledger.fuzz.requests", 5_000);

  private final Map<String, Integer> pages = new ConcurrentHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();
  private final List<String> notProblems = new ArrayList<>();
  private int unanswered;

  @Test
  void everyOneIsRefusedAndNothingChanges() throws IOException {
    AcmeAndGlobex agreement = AcmeAndGlobex.recorded();
    agreement.firstQuarter("4700.00");
    String history = agreement.get("/history").text();
    List<Operation> operations = Operation.all();
    Hostile hostile = new Hostile(new Random(SEED));
    for (int i = 0; i < REQUESTS; i++) {
      Operation operation = operations.get(i % operations.size());
      Hostile.Request request = hostile.of(operation, agreement.id());
      judge(request, RawHttp.send(request.method(), request.target(), request.headers(), request.body()));
    }
    System.out.println(
        "fuzz, seed " + SEED + ": " + REQUESTS + " requests over " + operations.size() + " operations, 5xx "
            + broken.size() + ", accepted though invalid " + accepted.size() + ", refused without a problem "
            + notProblems.size() + ", closed without an answer " + unanswered);
    assertThat(broken).as("5xx").isEmpty();
    assertThat(accepted).as("accepted though invalid").isEmpty();
    assertThat(notProblems).as("refused without a problem").isEmpty();
    assertThat(agreement.get("/history").text()).isEqualTo(history);
    assertThat(pages.values()).as("every code has a page").containsOnly(200);
  }

  private void judge(Hostile.Request request, RawHttp.Answered answered) {
    String said =
        request.what() + ": " + request.method() + " " + cut(request.target()) + " " + cut(request.headers()) + " "
            + cut(new String(request.body(), java.nio.charset.StandardCharsets.ISO_8859_1)) + " -> "
            + answered.status();
    if (answered.status() == 0) {
      unanswered++;
    } else if (answered.status() >= 500) {
      broken.add(said);
    } else if (answered.status() < 400) {
      accepted.add(said);
    } else if (!isWhole(answered)) {
      notProblems.add(said + " " + answered.contentType());
    }
  }

  private boolean isWhole(RawHttp.Answered answered) {
    return answered.problem().filter(this::isWhole).isPresent();
  }

  private boolean isWhole(Value.Tree problem) {
    for (String name : List.of("type", "title", "status", "detail", "code", "violations")) {
      if (problem.get(name).isEmpty()) {
        return false;
      }
    }
    String type = new Fields(problem).text("type");
    pages.computeIfAbsent(type, page -> LedgerServer.get(page).status());
    return true;
  }

  private static String cut(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }
}
