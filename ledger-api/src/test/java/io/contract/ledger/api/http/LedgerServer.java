package io.contract.ledger.api.http;

import io.contract.ledger.api.LedgerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The ledger as it runs: a server on a free port of this machine, with an H2 file in a directory of its own. All tests share
 * it, and each test works on agreements of its own.
 */
public final class LedgerServer {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger AGREEMENTS = new AtomicInteger();

  private LedgerServer() {}

  private static final class Running {
    static final ConfigurableApplicationContext CONTEXT = start();

    private static ConfigurableApplicationContext start() {
      try {
        Path data = Files.createTempDirectory("ledger-http");
        return LedgerApplication.start("--ledger.data=" + data, "--server.port=0");
      } catch (IOException noDirectory) {
        throw new UncheckedIOException(noDirectory);
      }
    }
  }

  /** The server's own bean of that type. */
  public static <T> T bean(Class<T> type) {
    return Running.CONTEXT.getBean(type);
  }

  /** The server's own bean of that name. */
  public static <T> T bean(String name, Class<T> type) {
    return Running.CONTEXT.getBean(name, type);
  }

  /** The address of that path. */
  public static URI address(String path) {
    int port = Objects.requireNonNull(((WebServerApplicationContext) Running.CONTEXT).getWebServer()).getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An agreement id that no other test uses. */
  public static String freshId() {
    return "acme-globex-" + AGREEMENTS.incrementAndGet();
  }

  /** Asks for the path. */
  public static Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Posts JSON, which may be written with single quotes for double ones. */
  public static Reply post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .setHeader("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  /** Posts bytes as they are. */
  public static Reply postBytes(String path, byte[] bytes, String contentType) {
    return send(
        request(path).setHeader("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  public static HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address(path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  public static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
