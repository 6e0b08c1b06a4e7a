package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.file.ExampleLoader;
import io.contract.ledger.api.store.TestServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists come in pages. The pages of one list fit together, whatever is recorded meanwhile. */
class PagesTest {

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void thePagesOfAListFitTogetherWhateverIsRecordedMeanwhile() {
    for (int i = 1; i <= 5; i++) {
      agreement.payment("p" + i, i + ".00");
    }
    Reply first = agreement.get("/payments?limit=2");
    agreement.payment("p6", "6.00");

    Reply second = agreement.get("/payments?limit=2&cursor=" + first.at("next"));
    Reply third = agreement.get("/payments?limit=2&cursor=" + second.at("next"));

    List<String> ids = new ArrayList<>(first.each("items", "id"));
    ids.addAll(second.each("items", "id"));
    ids.addAll(third.each("items", "id"));
    assertThat(ids).containsExactly("p1", "p2", "p3", "p4", "p5");
    assertThat(third.at("next")).isEqualTo("null");
    assertThat(second.at("knownAt")).isEqualTo(first.at("knownAt"));
    assertThat(second.at("effectiveOn")).isEqualTo(first.at("effectiveOn"));
  }

  @Test
  void theLinkHeaderLeadsToTheNextPage() {
    agreement.payment("p1", "1.00");
    agreement.payment("p2", "2.00");

    Reply first = agreement.get("/history?type=PaymentRecorded&limit=1");

    Matcher link = Pattern.compile("<(.+)>; rel=\"next\"").matcher(first.header("Link"));
    assertThat(link.matches()).isTrue();
    Reply second = LedgerServer.get(link.group(1));
    assertThat(second.each("items", "sequence")).containsExactly("2");
    assertThat(second.header("Link")).isEmpty();
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    agreement.payment("p1", "1.00");
    String cursor = agreement.get("/history?limit=1").at("next");
    assertThat(agreement.get("/history?type=PaymentRecorded&limit=1&cursor=" + cursor).outcome())
        .isEqualTo("400 invalid-value");
    assertThat(agreement.get("/history?effectiveOn=2021-01-01&cursor=" + cursor).outcome())
        .isEqualTo("400 invalid-value");
  }

  /** What a cursor says can be read, and a caller could write another: only what was given out is taken, and only where. */
  @Test
  void aCursorThatWasNotGivenOutIsRefused() {
    agreement.payment("p1", "1.00");
    agreement.payment("p2", "2.00");
    String given = agreement.get("/history?limit=1").at("next");
    String[] parts = given.split("\\.", -1);
    String plain = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    assertThat(plain).startsWith("1 ");
    String changed =
        Base64.getUrlEncoder().withoutPadding()
            .encodeToString(("2 " + plain.substring(2)).getBytes(StandardCharsets.UTF_8));
    char last = given.charAt(given.length() - 1);
    for (String made : List.of(changed + "." + parts[1], parts[0], parts[0] + ".", given + "." + parts[1],
        given.substring(0, given.length() - 1), given.substring(0, given.length() - 1) + (last == 'A' ? 'Q' : 'A'))) {
      Reply refused = agreement.get("/history?limit=1&cursor=" + made);
      assertThat(refused.outcome()).as(made).isEqualTo("400 invalid-value");
      assertThat(refused.at("violations/0/path")).isEqualTo("/cursor");
    }
    assertThat(agreement.get("/history?limit=1&cursor=" + given).each("items", "sequence")).containsExactly("1");
    assertThat(agreement.get("/amendments?limit=1&cursor=" + given).outcome()).as("another list")
        .isEqualTo("400 invalid-value");
    assertThat(AcmeAndGlobex.recorded().get("/history?limit=1&cursor=" + given).outcome()).as("another agreement")
        .isEqualTo("400 invalid-value");
  }

  @Test
  void aCursorOutlivesARestart(@TempDir Path data) {
    String path = "/api/v1/agreements?limit=1";
    String next;
    try (TestServer first = TestServer.whole(data)) {
      first.bean(ExampleLoader.class).loadIfAbsent();
      LedgerServer.send(
          HttpRequest.newBuilder(first.address("/api/v1/agreements")).setHeader("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(AcmeAndGlobex.body("acme", "").replace('\'', '"'))));
      next = LedgerServer.send(HttpRequest.newBuilder(first.address(path))).at("next");
    }
    try (TestServer second = TestServer.whole(data)) {
      Reply page = LedgerServer.send(HttpRequest.newBuilder(second.address(path + "&cursor=" + next)));
      assertThat(page.each("items", "id")).containsExactly("microsoft-openai");
    }
  }

  @Test
  void theListOfAgreementsIsPagedByTheirIds() {
    String prefix = agreement.id();
    AcmeAndGlobex other = AcmeAndGlobex.recorded();
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Reply page =
          LedgerServer.get("/api/v1/agreements?limit=1&party=acme" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      seen.addAll(page.each("items", "id"));
      cursor = page.at("next");
    } while (!cursor.equals("null"));
    assertThat(seen).contains(prefix, other.id()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void agreementsAreFoundByPartyAndWords() {
    String id = agreement.id();
    assertThat(LedgerServer.get("/api/v1/agreements?q=" + id).each("items", "id")).contains(id);
    assertThat(LedgerServer.get("/api/v1/agreements?q=DISTRIBUTION%20agreement&limit=200").each("items", "id"))
        .contains(id);
    assertThat(LedgerServer.get("/api/v1/agreements?q=nothing-like-it").each("items", "id")).isEmpty();
    assertThat(LedgerServer.get("/api/v1/agreements?party=nobody-here").each("items", "id")).isEmpty();
  }
}
