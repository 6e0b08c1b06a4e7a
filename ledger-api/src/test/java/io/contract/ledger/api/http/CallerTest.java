package io.contract.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The connection of a caller who has gone, or whose answer cannot be finished. */
@ExtendWith(OutputCaptureExtension.class)
class CallerTest {

  private static final CountDownLatch GONE = new CountDownLatch(1);
  private static final int LOOKS = 3_000;
  private static WebServer server;

  /** {@code /wait} looks until the caller is gone; {@code /fail} writes a part of its answer and fails. */
  private static final Servlet SERVLET = new HttpServlet() {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (request.getRequestURI().equals("/fail")) {
        StreamedQuestion.write(request, response, out -> {
          out.write(new byte[100_000]);
          throw new IllegalStateException("no more");
        });
        return;
      }
      Caller caller = Caller.of(request).orElseThrow();
      for (int i = 0; i < LOOKS; i++) {
        if (caller.isGone()) {
          GONE.countDown();
          return;
        }
        if (request.getRequestURI().equals("/stay") && i == 20) {
          response.getOutputStream().write("stayed".getBytes(StandardCharsets.UTF_8));
          return;
        }
        LockSupport.parkNanos(10_000_000);
      }
    }
  };

  @BeforeAll
  static void start() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    new Caller.Installer().customize(factory);
    server = factory.getWebServer(context -> context.addServlet("s", SERVLET).addMapping("/"));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void oneWhoClosesTheConnectionIsGone() throws Exception {
    try (Socket socket = asking("/wait")) {
      socket.setSoLinger(true, 0);
    }
    assertThat(GONE.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void oneWhoWaitsIsNotAndNeitherIsOneWhoHasSentTheNextRequest() throws Exception {
    try (Socket socket = asking("/stay")) {
      socket.getOutputStream()
          .write("GET /stay HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream answers = socket.getInputStream();
      String both = "";
      while (both.split("stayed", -1).length < 3) {
        int next = answers.read();
        assertThat(next).as("after %s", both).isNotNegative();
        both += (char) next;
      }
    }
  }

  @Test
  void oneWhoSendsASingleByteMoreIsNot() throws Exception {
    try (Socket socket = asking("/stay")) {
      socket.getOutputStream().write('\n');
      String answer = "";
      while (!answer.endsWith("stayed")) {
        int next = socket.getInputStream().read();
        assertThat(next).as("after %s", answer).isNotNegative();
        answer += (char) next;
      }
    }
  }

  @Test
  void oneWhoEndsWhatItSendsIsGone() throws Exception {
    try (Socket socket = asking("/wait")) {
      socket.shutdownOutput();
      assertThat(GONE.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void anAnswerThatFailsInTheMiddleIsBrokenOff() throws Exception {
    try (Socket socket = asking("/fail")) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(answer).as("the last chunk of a whole answer is empty").doesNotEndWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void nobodyIsToldOfACallerWhoGoesAwayWhileItsAnswerIsWritten(CapturedOutput output) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/agreements/a/replay");
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setCommitted(true);

    StreamedQuestion.write(request, response, out -> {
      throw new AsyncRequestNotUsableException("ServletOutputStream failed to write: broken pipe");
    });
    assertThat(output.getAll()).doesNotContain("/api/v1/agreements/a/replay");

    StreamedQuestion.write(request, response, out -> {
      throw new IllegalStateException("no more");
    });
    assertThat(output.getAll()).contains("/api/v1/agreements/a/replay was broken off");
  }

  private static Socket asking(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
