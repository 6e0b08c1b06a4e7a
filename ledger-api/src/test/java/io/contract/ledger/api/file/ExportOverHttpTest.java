package io.contract.ledger.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.agreementfile.AgreementFileReader;
import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.store.Stores;
import io.contract.ledger.api.store.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agreement that is exported as a file can be loaded again unchanged. */
class ExportOverHttpTest {

  private static final String FILES = "/api/v1/agreement-files";

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @Test
  void theFileHoldsTheWholeHistory() {
    agreement.firstQuarter("4700.00");
    agreement.payment("p1", "940.00");
    agreement.post("/withdrawals", "{'sequence': 2, 'reason': 'no'}");

    Reply reply = agreement.get("/file");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(reply.header("ETag")).isEqualTo("\"3\"");
    assertThat(reply.text())
        .startsWith("ledger: 1\nat: \"")
        .contains("\nby: local\nagreement:\n  id: " + agreement.id() + "\n")
        .contains("stream: net-sales, from: \"2021-01-01\", through: \"2021-03-31\", amount: \"4700.00\"")
        .contains("withdrawal: {sequence: 2, reason: \"no\"}");
    assertThat(agreement.get("/file", "If-None-Match", "\"3\"").status()).isEqualTo(304);
  }

  @Test
  void loadedIntoItsOwnLedgerItChangesNothing() {
    agreement.firstQuarter("4700.00");
    Reply exported = agreement.get("/file");
    assertThat(load(exported).outcome()).isEqualTo("200");
    assertThat(agreement.get("/file").text()).isEqualTo(exported.text());
    agreement.post("/revenue-reports/q1/restatements", "{'id': 'q1b', 'amount': '4600.00'}");
    assertThat(load(exported).outcome()).as("it is not the history any more").isEqualTo("409 history-differs");
  }

  @Test
  void loadedElsewhereItIsTheSameHistoryWithTheSameTimes(@TempDir Path data) throws IOException {
    agreement.firstQuarter("4700.00");
    agreement.payment("p1", "940.00");
    String yaml = agreement.get("/file").text();
    try (TestServer other = TestServer.whole(data)) {
      Reply loaded =
          LedgerServer.send(
              LedgerServer.request(FILES)
                  .uri(other.address(FILES))
                  .header("Content-Type", "application/yaml")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(yaml)));
      assertThat(loaded.outcome()).isEqualTo("201");
      Reply again = LedgerServer.send(LedgerServer.request("").uri(other.address(agreement.path("/file"))));
      assertThat(again.text()).isEqualTo(yaml);
      Reply history = LedgerServer.send(LedgerServer.request("").uri(other.address(agreement.path("/history"))));
      assertThat(history.each("items", "recordedAt"))
          .isEqualTo(agreement.get("/history").each("items", "recordedAt"));
      assertThat(history.each("items", "recordedBy")).containsOnly("local");
      assertThat(history.each("items", "importedBy")).containsOnly("local");
      assertThat(history.each("items", "importedAt")).doesNotContain("absent");
    }
    assertThat(agreement.get("/history").each("items", "importedAt")).as("witnessed, not claimed")
        .containsOnly("absent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/problem+json, application/json"})
  void whoWantsJsonGetsJson(String accept) {
    agreement.payment("p1", "940.00");
    Reply reply = agreement.get("/file", "Accept", accept);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.at("history/0/payment/amount")).isEqualTo("940.00");
    assertThat(LedgerServer.post(FILES, reply.text()).outcome()).isEqualTo("200");
  }

  @Test
  void whatWasKnownAtAnInstantIsAFileToo() {
    String then = agreement.get("").at("knownAt");
    String before = agreement.get("/file").text();
    agreement.payment("p1", "940.00");
    assertThat(agreement.get("/file?knownAt=" + then).text()).isEqualTo(before);
    assertThat(agreement.get("/file?knownAt=2001-01-01T00:00:00Z").outcome()).isEqualTo("404 unknown-agreement");
    assertThat(LedgerServer.get("/api/v1/agreements/nope/file").outcome()).isEqualTo("404 unknown-agreement");
  }

  /** Without an {@code at} it is recorded at the start of its executedOn: 1900 began in Kamchatka 10:34:36 before it did in UTC. */
  @ParameterizedTest
  @EnumSource(Stores.class)
  void whatWasRecordedBefore1970ComesBackAndIsAskedAboutAsItWasKnown(Stores kind) throws Exception {
    String file =
        """
            {"ledger": 1, "agreement": {"id": "old", "title": "Old", "currency": "USD", "timeZone": "Asia/Kamchatka",
             "executedOn": "1900-01-01", "effectiveOn": "1900-01-01",
             "parties": [{"id": "acme", "name": "Acme"}, {"id": "globex", "name": "Globex"}], "clauses": []},
             "history": [
              {"at": "1969-12-31T23:59:59.999999Z", "milestone": {"id": "m1", "on": "1969-12-31"}},
              {"at": "1970-01-01T00:00:00Z", "milestone": {"id": "m2", "on": "1970-01-01"}}]}
            """;
    try (TestServer server = kind.whole()) {
      assertThat(server.post(FILES, file).statusCode()).isEqualTo(201);
      String path = "/api/v1/agreements/old";
      Reply exported = new Reply(server.get(path + "/file"));
      assertThat(exported.text()).startsWith("ledger: 1\nat: \"1899-12-31T13:25:24Z\"\n")
          .contains("at: \"1969-12-31T23:59:59.999999Z\"");
      server.forgetKept();
      assertThat(AgreementFileReader.read("old.yaml", exported.text().getBytes(StandardCharsets.UTF_8)).flaws())
          .isEmpty();
      Reply again =
          LedgerServer.send(
              LedgerServer.request(FILES).uri(server.address(FILES)).header("Content-Type", "application/yaml")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofString(exported.text())));
      assertThat(again.outcome()).as("the same history").isEqualTo("200");

      Reply first = new Reply(server.get(path + "/history?knownAt=1969-12-31T23:59:59.999999Z&limit=1"));
      assertThat(first.header("ETag")).isEqualTo("\"1\"");
      Reply second =
          new Reply(
              server.get(path + "/history?knownAt=1969-12-31T23:59:59.999999Z&limit=1&cursor=" + first.at("next")));
      assertThat(second.each("items", "recordedAt")).containsExactly("1969-12-31T23:59:59.999999Z");
      assertThat(second.at("next")).isEqualTo("null");
      assertThat(new Reply(server.get(path + "?knownAt=1899-12-31T13:25:24Z")).outcome()).isEqualTo("200");
      assertThat(new Reply(server.get(path + "?knownAt=1899-12-31T13:25:23Z")).outcome())
          .isEqualTo("404 unknown-agreement");
      assertThat(server.get(path + "/replay").body().lines()).hasSize(3);
      assertThat(new Reply(server.get("/api/v1/agreements?knownAt=1900-01-01T00:00:00Z")).each("items", "id"))
          .as("it came in as a file today").isEmpty();
      assertThat(new Reply(server.get("/api/v1/agreements")).each("items", "id")).containsExactly("old");
    }
  }

  @Test
  void failedExpectationsLoadNothingUnlessForced() {
    String id = LedgerServer.freshId();
    String file =
        "{'ledger': 1, 'agreement': " + AcmeAndGlobex.body(id, "")
            + ", 'expect': [{'position': {'clause': 'share', 'paid': '1.00'}}]}";
    assertThat(LedgerServer.post(FILES, file).outcome()).isEqualTo("422 expectations-failed");
    assertThat(LedgerServer.get("/api/v1/agreements/" + id).status()).isEqualTo(404);
    Reply forced = LedgerServer.post(FILES + "?force=true", file);
    assertThat(forced.outcome()).isEqualTo("201");
    assertThat(forced.at("expectations/0/holds")).isEqualTo("false");
  }

  private static Reply load(Reply exported) {
    return LedgerServer.postBytes(FILES, exported.text().getBytes(StandardCharsets.UTF_8), "application/yaml");
  }
}
