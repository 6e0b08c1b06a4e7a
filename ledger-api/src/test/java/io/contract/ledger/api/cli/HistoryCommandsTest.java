package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code replay}, {@code diff}, {@code amendments} and {@code revisions} show how an agreement came to its present state. */
class HistoryCommandsTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");
  private static final String AGREEMENT = LedgerServer.freshId();

  @TempDir
  static Path folder = Path.of("");

  @BeforeAll
  static void loadTheExample() throws IOException {
    String example = Files.readString(Path.of("src/main/resources/examples/acme-globex.yaml"));
    Path file =
        Files.writeString(folder.resolve("a.yaml"), example.replace("id: acme-globex", "id: " + AGREEMENT));
    assertThat(Ran.ledger("load", SERVER, file.toString()).status()).isZero();
  }

  @Test
  void everyStepShowsWhatItChanged() {
    Ran ran = Ran.ledger("replay", SERVER, AGREEMENT, "--effective-on", "2021-12-31");
    assertThat(ran.status()).isZero();
    assertThat(lines(ran))
        .containsSubsequence(
            "0 | 2021-01-01T00:00:00Z | AgreementExecuted, on 2021-12-31",
            "1 | 2021-04-10T09:00:00Z | RevenueReported, on 2021-12-31",
            " | share gross | 0.00 | 940.00",
            "2 | 2021-07-10T09:00:00Z | RevenueReported, on 2021-12-31",
            " | share forgone | 0.00 | 40.00",
            "5 | 2021-08-02T09:00:00Z | AmendmentExecuted, on 2021-12-31",
            " | share rate | 0.20 | 0.15");
    assertThat(ran.out()).doesNotContain("periods");
    assertThat(Ran.ledger("replay", SERVER, AGREEMENT, "--from", "1", "--to", "1", "--details").out())
        .contains("share periods 2021-Q1 accrued");
  }

  @Test
  void aReplayStopsWhereItIsToldTo() {
    Ran ran = Ran.ledger("replay", SERVER, AGREEMENT, "--until", "2021-07-15T00:00:00Z", "--json");
    assertThat(ran.out().lines().map(line -> Fields.of(JsonText.read(line)).optionalWhole("sequence").orElse(-1L)))
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void aDifferenceNamesItsCauses() {
    Ran ran =
        Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-09-30", "--to-effective-on", "2021-10-01");
    assertThat(ran.status()).isZero();
    assertThat(lines(ran))
        .contains(" | share rate | 0.20 | 0.15")
        .anyMatch(line -> line.endsWith("5 | AmendmentExecuted | catalogue, share"))
        .noneMatch(line -> line.contains("share payer"));
    assertThat(Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-09-30", "--json").out())
        .contains("\"causes\": []");
    assertThat(
        Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-05-15", "--to-effective-on", "2021-05-17").out())
        .contains("time alone has changed");
    assertThat(Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-09-30").out())
        .endsWith("\nNothing differs.\n");
    assertThat(
        Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-03-30", "--to-effective-on", "2021-07-01").out())
        .contains("outstanding; ").doesNotContain(".;");
  }

  @Test
  void amendmentsAndRevisions() {
    Ran amendments = Ran.ledger("amendments", SERVER, AGREEMENT, "--effective-on", "2021-10-01");
    assertThat(lines(amendments))
        .contains(" | 1 | First amendment | 2021-08-01 | 2021-10-01 | 5 | revises share: rate");
    Ran revisions = Ran.ledger("revisions", SERVER, AGREEMENT, "share", "--effective-on", "2021-10-01");
    assertThat(lines(revisions))
        .containsSubsequence(
            "Amendment 1, First amendment: in force from 2021-10-01 (event 5)", " | rate | 0.20 | 0.15");
    assertThat(Ran.ledger("revisions", SERVER, AGREEMENT, "nope").err()).contains("unknown-clause");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "diff", "amendments"})
  void whatIsNotThereOrMistypedIsSaid(String command) {
    Ran unknown = Ran.ledger(command, SERVER, "nope");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("there is no agreement 'nope'", "unknown-agreement");
    assertThat(Ran.ledger(command, SERVER, AGREEMENT, "--effective-on", "soon").status()).isEqualTo(2);
    assertThat(Ran.ledger(command, "--server", "http://127.0.0.1:1", AGREEMENT).err()).contains("ledger.jar serve");
    assertThat(Ran.ledger(command, "--help").out()).contains("Examples:", "Exit status:");
  }

  /** A ledger that fails in the middle of an answer ends the connection before it has sent the end of the text. */
  @Test
  void anAnswerThatTheLedgerBreaksOffIsSaidToBe() throws IOException {
    String line = "{\"sequence\":0,\"type\":\"x\"}\n";
    String begun =
        String.join(
            "\r\n", "HTTP/1.1 200 OK", "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked", "",
            Integer.toHexString(line.length()), line, "");
    try (ServerSocket ledger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> {
        try (Socket asked = ledger.accept()) {
          asked.getInputStream().read(new byte[4_096]);
          asked.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
          throw new UncheckedIOException(closed);
        }
      });
      String server = "http://127.0.0.1:" + ledger.getLocalPort();
      Ran ran = Ran.ledger("replay", "--server", server, "acme-globex", "--json");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(ran.out()).isEqualTo(line);
      assertThat(ran.err()).startsWith("the ledger at " + server + " broke its answer off, so that it is not whole.")
          .contains("LEDGER_QUESTIONS_LONGEST").doesNotContain("Start one", "no ledger");
    }
  }

  private static Stream<String> lines(Ran ran) {
    return ran.out().lines().map(line -> line.replaceAll(" {2,}", " | "));
  }
}
