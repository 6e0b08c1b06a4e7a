package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.store.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers who send their bodies or read their answers slowly hold up nobody else. The server has 1 MB for large bodies, and a patience of half
 * a second.
 */
class SlowCallersTest {

  private static final int LARGE = 256 * 1024;
  private static final int AT_A_TIME = QuestionLimits.FEW;
  private static final int ORDINARY = 4 * Runtime.getRuntime().availableProcessors();
  private static final int SMALL_BUFFER = 2_048;
  private static final int NEVER_MS = 60_000;
  private static final String AGREEMENTS = "/api/v1/agreements";
  private static TestServer server;

  private final List<Socket> sockets = new ArrayList<>();

  @BeforeAll
  static void start(@TempDir Path folder) {
    server =
        TestServer.whole(
            folder.resolve("data"), "--ledger.questions.bodies=1MB", "--ledger.questions.patience=500ms",
            "--ledger.questions.longest-wait=4s", "--server.tomcat.connection-timeout=1s");
    assertThat(server.post(AGREEMENTS, agreement("a")).statusCode()).isEqualTo(201);
    assertThat(server.post(AGREEMENTS, agreement("long")).statusCode()).isEqualTo(201);
    String amendments =
        IntStream.rangeClosed(1, 80)
            .mapToObj(
                number -> """
                    {"amendment": {"number": %d, "title": "T", "executedOn": "2021-02-01", "effectiveOn": "2021-02-01",
                     "changes": [{"add": {"id": "d%d", "kind": "duty", "obligor": "acme", "obligee": "globex", "act": "do",
                                          "due": "2021-09-30", "text": "%s"}}]}}
                    """
                    .formatted(number, number, "x".repeat(99_000)))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(server.post(AGREEMENTS + "/long/facts", amendments).statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static String agreement(String id) {
    return """
        {"id": "%s", "title": "T", "currency": "USD", "timeZone": "UTC", "executedOn": "2021-01-01",
         "effectiveOn": "2021-01-01", "parties": [{"id": "acme", "name": "A"}, {"id": "globex", "name": "G"}],
         "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex", "base": "sales",
                      "rate": "0.20", "period": "quarter"}]}
        """.formatted(id);
  }

  private static String milestones(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"milestone\": {\"id\": \"" + prefix + i + "\", \"on\": \"2021-01-01\"}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(NEVER_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address("/").getPort()));
    sockets.add(socket);
    return socket;
  }

  private Socket sending(String path, String type, String length, String first) throws IOException {
    Socket socket = connected();
    send(
        socket,
        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n"
            + first);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (SocketException answered) {
      // The server has heard enough.
    }
  }

  private Socket asking(String path) throws IOException {
    Socket socket = connected();
    send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket;
  }

  /** The answer, as far as it came before the connection ended. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    try {
      InputStream in = socket.getInputStream();
      byte[] portion = new byte[8_192];
      for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
        answer.append(new String(portion, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException brokenOff) {
      // What came before counts.
    }
    return answer.toString();
  }

  private static List<String> answers(List<Socket> sockets) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = sockets.stream().map(socket -> threads.submit(() -> answer(socket))).toList();
      List<String> answers = new ArrayList<>();
      for (Future<String> one : all) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void halfBodiesTakeAPartOfTheMemoryAndWhatRecordsAFactGoesOn() throws Exception {
    String half = "{\"id\": \"p1\", \"reference\": \"" + "x".repeat(200_000);
    for (int i = 0; i < 60; i++) {
      sending(AGREEMENTS + "/a/payments", "application/json", "Content-Length: " + LARGE, half);
    }
    assertThat(server.post(AGREEMENTS + "/a/milestones", "{\"id\": \"beside\", \"on\": \"2021-01-01\"}").statusCode())
        .isEqualTo(201);

    // Four are kept at a time, for a second each. Who has waited for four seconds is sent away.
    List<String> answers = answers(sockets);
    assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 408") || answer.startsWith("HTTP/1.1 429"));
    assertThat(answers.stream().filter(answer -> answer.contains("\"code\":\"body-too-slow\"")).count())
        .isGreaterThanOrEqualTo(4);
    assertThat(answers).anyMatch(
        answer -> answer.contains("\"code\":\"too-many-requests\"") && answer.contains("Retry-After: 1"));
  }

  @Test
  void aBodyThatTricklesHasNoPlaceUntilItIsThereAndIsNotWaitedForForever() throws Exception {
    List<Socket> trickling = new ArrayList<>();
    for (int i = 0; i <= 2 * AT_A_TIME; i++) {
      trickling.add(
          sending(AGREEMENTS + "/a/payments", "application/json", "Transfer-Encoding: chunked", "1\r\n{\r\n"));
      trickling.add(sending(AGREEMENTS + "/a/what-if", "application/json", "Content-Length: 100000", "{"));
      trickling.add(sending("/api/v1/agreement-files", "application/yaml", "Content-Length: 100000", "ledger: 1\n"));
    }

    assertThat(server.post(AGREEMENTS + "/a/what-if", "{\"facts\": " + milestones("w", 1) + "}").statusCode())
        .isEqualTo(200);
    assertThat(server.post(AGREEMENTS + "/a/facts", milestones("t", 1_000)).statusCode()).isEqualTo(201);
    assertThat(server.post("/api/v1/agreement-files", "{\"ledger\": 2}").statusCode()).isEqualTo(400);
    Socket chunked = sending(AGREEMENTS + "/a/milestones", "application/json",
        "Connection: close\r\nTransfer-Encoding: chunked", "");
    String milestone = "{\"id\": \"chunked\", \"on\": \"2021-01-01\"}";
    send(chunked, Integer.toHexString(milestone.length()) + "\r\n" + milestone + "\r\n0\r\n\r\n");
    assertThat(answer(chunked)).startsWith("HTTP/1.1 201");

    assertThat(answers(trickling)).allMatch(answer -> answer.startsWith("HTTP/1.1 408"));
  }

  @Test
  void aLargeFileThatTricklesIsCutOffWhenAnotherWaitsForItsPlace() throws Exception {
    String comment = "#" + "x".repeat(99) + "\n";
    List<Socket> trickling = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME; i++) {
      trickling.add(
          sending("/api/v1/agreement-files", "application/yaml", "Content-Length: 100000000", comment.repeat(3_000)));
    }
    trickling.forEach(socket -> Thread.ofVirtual().start(() -> trickle(socket)));
    Socket another =
        sending("/api/v1/agreement-files", "application/yaml", "Connection: close\r\nContent-Length: 300000",
            comment.repeat(2_970) + " ".repeat(30));
    assertThat(answer(another)).as("it has its turn, and is no agreement").startsWith("HTTP/1.1 400");
    assertThat(answers(trickling)).allMatch(answer -> answer.startsWith("HTTP/1.1 408"));
  }

  /** Sends a byte ten times a second until the connection ends. */
  private static void trickle(Socket socket) {
    try {
      while (true) {
        socket.getOutputStream().write('#');
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    } catch (IOException ended) {
      // As expected.
    }
  }

  @Test
  void readersWhoStopHoldUpNoQuestionAndAreBrokenOff() throws Exception {
    List<Socket> stopped = new ArrayList<>();
    for (int i = 0; i <= ORDINARY; i++) {
      stopped.add(asking(AGREEMENTS + "/long"));
    }
    for (int i = 0; i <= AT_A_TIME; i++) {
      stopped.add(asking(AGREEMENTS + "/long/file"));
    }
    for (Socket socket : stopped) {
      assertThat(socket.getInputStream().read()).as("the answer has begun, or is next").isNotNegative();
    }

    assertThat(server.get(AGREEMENTS + "/a/position").statusCode()).isEqualTo(200);
    assertThat(server.get(AGREEMENTS + "/a/file").statusCode()).isEqualTo(200);
    assertThat(answers(stopped)).allMatch(answer -> !answer.endsWith("\r\n0\r\n\r\n") || answer.contains("429"));
  }
}
