package io.contract.ledger.api.cli;

import io.contract.ledger.api.json.JsonException;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a running ledger. */
final class LedgerClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String server;

  /**
   * A client of the server at that address.
   *
   * @throws CommandFailure when it is no address
   */
  LedgerClient(String server) {
    this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    if (!this.server.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw new CommandFailure(
          CommandFailure.UNUSABLE,
          "'" + server + "' is not the address of a server; write --server http://127.0.0.1:8080");
    }
  }

  /** What the server answered. */
  record Reply(int status, Value.Tree body) {

    boolean isProblem() {
      return status >= 400;
    }

    /** The text at that name, or nothing. */
    String text(String name) {
      return body.get(name).orElse(Value.NULL) instanceof Value.Text text ? text.text() : "";
    }
  }

  /**
   * The answer to a question.
   *
   * @param path below {@code /api/v1}
   * @throws CommandFailure when there is no server, or it answers with a problem: with the problem's words
   */
  Value.Tree get(String path, Query query) {
    Reply reply = send(HttpRequest.newBuilder(address(path, query)).GET());
    if (reply.isProblem()) {
      throw refused(reply);
    }
    return reply.body();
  }

  /** The answer to a file, whatever it is. */
  Reply post(String path, Query query, byte[] file, String type) {
    return send(
        HttpRequest.newBuilder(address(path, query))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  /** The problem in words: a malformed question is wrong usage, everything else a refusal. */
  static CommandFailure refused(Reply reply) {
    String detail = reply.text("detail");
    String code = reply.text("code");
    return new CommandFailure(
        reply.status() == 400 ? CommandFailure.UNUSABLE : CommandFailure.REFUSED,
        detail.isEmpty() ? "the server answered " + reply.status()
            : detail + (code.isEmpty() ? "" : " (" + code + ")"));
  }

  private URI address(String path, Query query) {
    try {
      return URI.create(server + "/api/v1" + path + query.text());
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure(CommandFailure.UNUSABLE, "'" + path + "' cannot be part of an address");
    }
  }

  private Reply send(HttpRequest.Builder request) {
    Reply[] reply = new Reply[1];
    Progress.during("waiting for " + server,
        () -> reply[0] = exchange(request.header("Accept", "application/json, application/problem+json").build()));
    return reply[0];
  }

  private Reply exchange(HttpRequest request) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (JsonText.read(response.body()) instanceof Value.Tree tree) {
        return new Reply(response.statusCode(), tree);
      }
      throw noLedger("it answers, but not as a ledger does");
    } catch (JsonException notJson) {
      throw noLedger("it answers, but not as a ledger does");
    } catch (IOException unreachable) {
      throw noLedger("nothing answers there");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw noLedger("interrupted");
    }
  }

  private CommandFailure noLedger(String why) {
    return new CommandFailure(
        CommandFailure.REFUSED,
        "no ledger at " + server + ": " + why + "\nStart one with: java -jar ledger-api/target/ledger.jar serve"
            + "\nor name another with: --server URL");
  }
}
