package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site does not get at the ledger through somebody's browser. */
class BrowserGuardTest {

  private static final URI SERVER = LedgerServer.address("/");
  private static final String OWN = "127.0.0.1:" + SERVER.getPort();

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.9.1", "[::1]", "LOCALHOST"})
  void namesOfThisMachineAreAnswered(String host) throws IOException {
    assertThat(status(send("GET /api/v1/agreements", host + ":" + SERVER.getPort()))).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere.example", "localhost.elsewhere.example", "192.168.1.7",
      "127.0.0.1.elsewhere.example"})
  void aNameThatLeadsHereFromElsewhereIsNot(String host) throws IOException {
    for (String request : List.of("GET /", "GET /api/v1/agreements", "GET /actuator/health",
        "POST /api/v1/agreements")) {
      String answer = send(request, host + ":" + SERVER.getPort());
      assertThat(status(answer)).as(request).isEqualTo("421");
      assertThat(answer).contains("foreign-host").contains("--public-url");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin: https://elsewhere.example", "Origin: null", "Sec-Fetch-Site: cross-site",
      "Origin: http://127.0.0.1:1"})
  void aPageOfAnotherSiteMayReadNothingNewAndWriteNothing(String header) throws IOException {
    String answer = send("POST /api/v1/agreements", OWN, header, "Content-Type: application/json");
    assertThat(status(answer)).isEqualTo("403");
    assertThat(answer).contains("foreign-origin");
  }

  @Test
  void theLedgersOwnPagesAndProgramsMayWrite() throws IOException {
    for (String header : List.of("Origin: http://" + OWN, "Sec-Fetch-Site: same-origin", "Accept: */*")) {
      assertThat(status(send("POST /api/v1/agreements", OWN, header, "Content-Type: application/json"))).as(header)
          .isEqualTo("400");
    }
  }

  @Test
  void everyAnswerTellsTheBrowserWhatThePagesNeverDo() throws IOException {
    for (String path : List.of("/", "/api/v1/agreements", "/nowhere", "/docs", "/problems", "/actuator/health")) {
      assertThat(send("GET " + path, OWN)).as(path)
          .contains("frame-ancestors 'none'")
          .containsIgnoringCase("X-Content-Type-Options: nosniff")
          .containsIgnoringCase("Referrer-Policy: same-origin")
          .containsIgnoringCase("Permissions-Policy: camera=()");
    }
  }

  @Test
  void thereIsNoListOfWhatAnOperatorMayAsk() throws IOException {
    assertThat(status(send("GET /actuator", OWN))).isEqualTo("404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/agreements?=", "/api/v1/agreements?q=%ED%A0%80", "/api/v1/agreements?q=%",
      "/api/v1/agreements?q=%ff", "/api/v1/agreements?q=%00", "/api/v1/agreements?party=a%07",
      "/api/v1/obligations?party=%00", "/api/v1/agreements?q=%7F",
      "/api/v1/agreements?cursor=MCAyMDIxLTA2LTMwICsxMDAwMDAwMDAwLTEyLTMxVDIzOjU5OjU5Ljk5OTk5OTk5OVogYSA"})
  void anUnreadableQueryIsTheCallersFault(String path) throws IOException {
    assertThat(status(send("GET " + path, OWN))).isEqualTo("400");
  }

  @Test
  void thePageForErrorsIsNoAddressOfItsOwn() throws IOException {
    assertThat(status(send("GET /error", OWN))).isEqualTo("404");
  }

  private static String status(String answer) {
    return answer.split(" ", 3)[1];
  }

  /** Sends exactly these lines: Java's own client lets nobody choose the host or the origin. */
  private static String send(String request, String host, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.getPort())) {
      String text =
          request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
              + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
