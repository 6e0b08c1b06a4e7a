package io.contract.ledger.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends requests whose answers are read to the end and thrown away. */
final class Asking {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Asking() {}

  /**
   * The number of bytes in the answer.
   *
   * @throws IllegalStateException when it has another status
   */
  static long send(HttpRequest request, int expected) {
    try {
      HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != expected) {
          throw new IllegalStateException(
              "expected " + expected + " of " + request + ", found " + response.statusCode() + " "
                  + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        return body.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
