package io.contract.ledger.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.http.Reply;
import io.contract.ledger.api.store.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is loaded whole or not at all. It keeps its recorded times, and loading it again changes nothing. */
class LoadingFilesTest {

  private final String id = LedgerServer.freshId();
  private final String example;

  LoadingFilesTest() throws IOException {
    example =
        Files.readString(Path.of("src/test/resources/agreements/acme-globex.yaml"))
            .replace("id: acme-globex", "id: " + id);
  }

  private static Reply load(String query, String text) {
    return LedgerServer.postBytes(
        "/api/v1/agreement-files" + query, text.getBytes(StandardCharsets.UTF_8), "application/yaml");
  }

  private Reply history() {
    return LedgerServer.get("/api/v1/agreements/" + id + "/history");
  }

  @Test
  void itKeepsItsRecordedTimesAndSaysThatTheyAreClaimed() {
    Reply loaded = load("", example);
    assertThat(loaded.outcome()).isEqualTo("201");
    assertThat(loaded.at("agreement")).isEqualTo(id);
    assertThat(loaded.at("loaded")).isEqualTo("true");
    assertThat(loaded.at("sequence")).isEqualTo("5");
    assertThat(loaded.each("expectations", "holds")).containsOnly("true").hasSize(5);
    assertThat(history().each("items", "recordedAt"))
        .startsWith("2021-01-01T00:00:00Z", "2021-04-10T09:00:00Z")
        .endsWith("2021-08-02T09:00:00Z");
    assertThat(history().text()).contains("importedAt");
  }

  @Test
  void againItChangesNothing() {
    load("", example);
    Reply again = load("", example);
    assertThat(again.outcome()).isEqualTo("200");
    assertThat(again.at("loaded")).isEqualTo("false");
    assertThat(history().each("items", "sequence")).hasSize(6);
  }

  @Test
  void anotherHistoryOfTheSameAgreement() {
    load("", example);
    Reply other = load("", example.replace("\"500.00\"", "\"500.01\"").replaceAll("(?s)expect:.*", ""));
    assertThat(other.outcome()).isEqualTo("409 history-differs");
    Reply dry = load("?dryRun=true", example.replace("\"500.00\"", "\"500.01\"").replaceAll("(?s)expect:.*", ""));
    assertThat(dry.text()).as("a dry run says what loading would").isEqualTo(other.text());
    assertThat(load("?dryRun=true", example).outcome()).as("the same again").isEqualTo("200");
    assertThat(history().each("items", "sequence")).hasSize(6);
  }

  @Test
  void failedExpectationsLoadNothingUnlessForced() {
    String wrong = example.replace("forgone: \"40.00\"", "forgone: \"41.00\"");
    Reply refused = load("", wrong);
    assertThat(refused.outcome()).isEqualTo("422 expectations-failed");
    assertThat(refused.at("violations/0/path")).isEqualTo("/expect/0");
    assertThat(refused.at("violations/0/message"))
        .isEqualTo("line 41: the cap cuts the second quarter: forgone expected \"41.00\", found \"40.00\"");
    assertThat(history().outcome()).isEqualTo("404 unknown-agreement");
    Reply forced = load("?force=true", wrong);
    assertThat(forced.outcome()).isEqualTo("201");
    assertThat(forced.each("expectations", "holds")).startsWith("false").contains("true");
  }

  @Test
  void expectationsThatFailSayNothingOfLoadingWhatIsThereAlready() {
    load("", example);
    String wrong = example.replace("forgone: \"40.00\"", "forgone: \"41.00\"");
    Reply again = load("", wrong);
    assertThat(again.outcome()).isEqualTo("200");
    assertThat(again.at("loaded")).isEqualTo("false");
    assertThat(again.each("expectations", "holds")).startsWith("false").contains("true");
    assertThat(load("", wrong.replace("\"500.00\"", "\"500.01\"")).outcome()).as("force would not load it")
        .isEqualTo("409 history-differs");
    assertThat(history().each("items", "sequence")).hasSize(6);
  }

  @Test
  void aDryRunLoadsNothing() {
    Reply dry = load("?dryRun=true", example.replace("forgone: \"40.00\"", "forgone: \"41.00\""));
    assertThat(dry.outcome()).isEqualTo("200");
    assertThat(dry.at("loaded")).isEqualTo("false");
    assertThat(dry.at("expectations/0/holds")).isEqualTo("false");
    assertThat(dry.at("expectations/0/expected/forgone")).isEqualTo("41.00");
    assertThat(dry.at("expectations/0/found/forgone")).isEqualTo("40.00");
    assertThat(history().outcome()).isEqualTo("404 unknown-agreement");
  }

  @Test
  void whatIsUnreadableOrRefusedIsNamedWithItsPlace() {
    Reply unreadable = load("", example.replace("amount: \"500.00\"", "amount: 500.00"));
    assertThat(unreadable.outcome()).isEqualTo("400 invalid-value");
    assertThat(unreadable.at("violations/0/path")).isEqualTo("/history/1/revenue/amount");
    assertThat(unreadable.at("violations/0/message")).startsWith("line 24, column 89: ");
    Reply refused = load("?force=true", example.replace("from: 2021-04-01", "from: 2021-03-31"));
    assertThat(refused.outcome()).isEqualTo("409 overlapping-report");
    assertThat(refused.at("violations/0/path")).startsWith("/history/1/revenue");
    assertThat(history().outcome()).isEqualTo("404 unknown-agreement");
  }

  @Test
  void anAtThatIsStillToComeIsNotLoaded() {
    String future = example.replace("at: 2021-08-02T09:00:00Z", "at: 9021-08-02T09:00:00Z");
    assertThat(load("?force=true", future).outcome()).isEqualTo("422 date-in-future");
    assertThat(load("?force=true", future).at("violations/0/path")).isEqualTo("/history/4/at");
    assertThat(load("?dryRun=true", future).outcome()).as("a dry run says what loading would")
        .isEqualTo("422 date-in-future");
    assertThat(load("?dryRun=true", future).at("violations/0/path")).isEqualTo("/history/4/at");
  }

  @Test
  void jsonIsTakenToo() {
    String json =
        """
            {"ledger": 1, "agreement": {"id": "%s", "title": "A", "currency": "USD", "timeZone": "UTC",
             "executedOn": "2021-01-01", "effectiveOn": "2021-01-01",
             "parties": [{"id": "acme", "name": "Acme"}, {"id": "globex", "name": "Globex"}], "clauses": []}}
            """
            .formatted(id);
    assertThat(LedgerServer
        .postBytes("/api/v1/agreement-files", json.getBytes(StandardCharsets.UTF_8), "application/json").outcome())
        .isEqualTo("201");
  }

  @Test
  void aFileMayBeLargerThanOtherBodies() {
    String large = withNotes();
    assertThat(large.length()).isGreaterThan(11_000_000);
    assertThat(load("", large).outcome()).isEqualTo("201");
  }

  /** The example with a long note before each value of its history. */
  private String withNotes() {
    String note = "# " + "x".repeat(90_000) + "\n";
    int history = example.indexOf("history:");
    return example.substring(0, history)
        + example.substring(history).replaceAll("(?m)^ (?! *#)", Matcher.quoteReplacement(note.repeat(5)) + " ");
  }

  /** The file is refused at its second line; its other 40 MB are still sent, and the caller hears why. */
  @Test
  void whyALargeFileIsRefusedIsHeard() {
    Reply reply = load("", "ledger: 1\nagreement: {id: a, id: b}\n" + ("# " + "x".repeat(998) + "\n").repeat(40_000));
    assertThat(reply.outcome()).isEqualTo("400 invalid-json");
    Reply tooLong = load("", "ledger: 1\ntitle: " + "x".repeat(40_000_000));
    assertThat(tooLong.outcome()).isEqualTo("400 invalid-json");
    assertThat(tooLong.at("detail"))
        .isEqualTo(
            "line 2, column 6: a text or comment begins here that has more than 100,000 characters, which is the limit");
  }

  @Test
  void howLargeAFileMayBeIsASetting(@TempDir Path data) throws IOException {
    String large = withNotes();
    try (TestServer server = TestServer.whole(data, "--ledger.files.largest=" + large.length() + "B")) {
      assertThat(load(server, large).outcome()).isEqualTo("201");
      Reply refused = load(server, large + "\n");
      assertThat(refused.outcome()).isEqualTo("413 body-too-large");
      assertThat(refused.at("detail")).startsWith("the body has more than " + large.length() + " bytes")
          .contains("LEDGER_FILES_LARGEST");
    }
  }

  private static Reply load(TestServer server, String text) {
    return LedgerServer.send(
        HttpRequest.newBuilder(server.address("/api/v1/agreement-files"))
            .setHeader("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  @Test
  void theExampleIsLoadedOnce() {
    ExampleLoader examples = LedgerServer.bean(ExampleLoader.class);
    assertThat(examples.loadIfAbsent()).hasToString("microsoft-openai");
    String before = LedgerServer.get("/api/v1/agreements/microsoft-openai/history").text();
    assertThat(examples.loadIfAbsent()).hasToString("microsoft-openai");
    assertThat(LedgerServer.get("/api/v1/agreements/microsoft-openai/history").text()).isEqualTo(before);
  }
}
