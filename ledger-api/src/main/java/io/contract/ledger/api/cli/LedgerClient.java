package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.api.json.JsonException;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends requests to a running ledger. */
final class LedgerClient {

  private static final String MOST = "200";
  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An answer that has begun can only be broken off when it fails, so that nobody takes it for whole (ADR 0032). */
  private static final String BROKEN_OFF =
      " broke its answer off, so that it is not whole. The ledger's log says why; most likely it took longer than a question may there"
          + " (LEDGER_QUESTIONS_LONGEST). Ask for less, or again when the ledger has less to do.";

  private final String server;

  /**
   * A client of the server at that address.
   *
   * @throws CommandFailure when the address is not valid
   */
  LedgerClient(String server) {
    this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    if (!this.server.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw CommandFailure.unusable(
          "'" + server + "' is not the address of a server; write --server http://127.0.0.1:8080");
    }
  }

  /** The server's answer. */
  record Reply(int status, Value.Tree body) {

    boolean isProblem() {
      return status >= 400;
    }

    /** The text under that name; empty when there is none. */
    String text(String name) {
      return body.get(name).orElse(Value.NULL) instanceof Value.Text text ? text.text() : "";
    }
  }

  /**
   * The answer to a question.
   *
   * @param path below {@code /api/v1}
   * @throws CommandFailure when there is no server, or when it answers with a problem; the message is the problem's text
   */
  Value.Tree get(String path, Query query) {
    Reply reply = send(HttpRequest.newBuilder(address(path, query)).GET());
    if (reply.isProblem()) {
      throw refused(reply);
    }
    return reply.body();
  }

  /**
   * A whole list, page by page, as one answer.
   *
   * @throws CommandFailure as for {@link #get}
   */
  Value.Tree all(String path, Query query) {
    Value.Tree answer = get(path, query.with("limit", MOST));
    List<Value> items = new ArrayList<>(new Fields(answer).list("items"));
    while (answer.get("next").orElse(Value.NULL) instanceof Value.Text next) {
      answer = get(path, query.with("limit", MOST).with("cursor", next.text()));
      items.addAll(new Fields(answer).list("items"));
    }
    return answer.with("items", Value.items(items)).with("next", Value.NULL);
  }

  /**
   * The lines of an answer, each as soon as it arrives.
   *
   * @throws CommandFailure as for {@link #get}, or when the answer breaks off
   */
  void lines(String path, Query query, Consumer<Value.Tree> line) {
    HttpRequest request =
        HttpRequest.newBuilder(address(path, query))
            .header("Accept", "application/x-ndjson, application/problem+json")
            .build();
    Progress.during(
        "waiting for " + server,
        () -> exchange(
            request, HttpResponse.BodyHandlers.ofLines(),
            response -> {
              if (response.statusCode() >= 400) {
                throw refused(reply(response.statusCode(), response.body().collect(Collectors.joining("\n"))));
              }
              response.body().map(JsonText::read).forEach(value -> line.accept(Fields.of(value).tree()));
              return true;
            }));
  }

  /**
   * An answer as text to read.
   *
   * @throws CommandFailure as for {@link #get}, or when the answer breaks off
   */
  String text(String path, Query query) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    copy(path, query, "text/plain", text);
    return text.toString(StandardCharsets.UTF_8);
  }

  /**
   * Copies an answer that is not JSON as it arrives.
   *
   * @param type the media type to ask for
   * @throws CommandFailure as for {@link #get}, or when the answer breaks off or cannot be written
   */
  void copy(String path, Query query, String type, OutputStream out) {
    copy(HttpRequest.newBuilder(address(path, query)), type, out, LedgerClient::refused);
  }

  private void copy(
      HttpRequest.Builder asked, String type, OutputStream out, Function<Reply, CommandFailure> refused) {
    HttpRequest request = asked.header("Accept", type + ", application/problem+json").build();
    Progress.during(
        "waiting for " + server,
        () -> exchange(request, HttpResponse.BodyHandlers.ofInputStream(), response -> {
          try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
              throw refused.apply(
                  reply(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
            copy(body, out);
            response.headers().firstValue("Ledger-Missing-Letters")
                .ifPresent(
                    scripts -> Terminal.complain(
                        "The server has no font for " + scripts
                            + ": these letters are missing. Install one there, such as"
                            + " Debian's fonts-noto-core or fonts-noto-cjk, and start it anew."));
            return true;
          } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
          }
        }));
  }

  private static void copy(InputStream body, OutputStream out) throws IOException {
    byte[] portion = new byte[64 * 1024];
    for (int read = body.read(portion); read >= 0; read = body.read(portion)) {
      try {
        out.write(portion, 0, read);
        out.flush();
      } catch (IOException cannotWrite) {
        throw CommandFailure.unusable("the answer cannot be written: " + cannotWrite.getMessage());
      }
    }
  }

  /**
   * The answer to a posted question.
   *
   * @throws CommandFailure as for {@link #get}; the message also gives the problem's place in the question
   */
  Value.Tree ask(String path, Query query, Value.Tree question) {
    Reply reply = send(posted(path, query, bytes(question), JSON));
    if (!reply.isProblem()) {
      return reply.body();
    }
    throw refusedInPlace(reply);
  }

  /**
   * The answer to a posted question, as text to read.
   *
   * @throws CommandFailure as for {@link #ask}, or when the answer breaks off
   */
  String askText(String path, Query query, Value.Tree question) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    copy(posted(path, query, bytes(question), JSON), "text/plain", text, LedgerClient::refusedInPlace);
    return text.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Value.Tree question) {
    return JsonText.write(question).getBytes(StandardCharsets.UTF_8);
  }

  private static CommandFailure refusedInPlace(Reply reply) {
    CommandFailure why = refused(reply);
    String place =
        new Fields(reply.body()).list("violations").stream().map(Fields::of).findFirst()
            .flatMap(violation -> violation.optionalText("path")).orElse("");
    return place.isEmpty() ? why : new CommandFailure(why.status(), place + ": " + why.message());
  }

  /**
   * The answer to a posted file, whether it is a success or a problem. The file is read while it is sent.
   *
   * @throws CommandFailure as for {@link #get}, or when the file is gone
   */
  Reply post(String path, Query query, Path file, String type) {
    try {
      return send(posted(path, query, HttpRequest.BodyPublishers.ofFile(file), type));
    } catch (FileNotFoundException gone) {
      throw CommandFailure.unusable(file + ": there is no such file");
    }
  }

  private HttpRequest.Builder posted(String path, Query query, byte[] body, String type) {
    return posted(path, query, HttpRequest.BodyPublishers.ofByteArray(body), type);
  }

  private HttpRequest.Builder posted(String path, Query query, HttpRequest.BodyPublisher body, String type) {
    return HttpRequest.newBuilder(address(path, query)).header("Content-Type", type).POST(body);
  }

  /** The problem as a failure of the command: a malformed question is wrong usage, any other problem a refusal. */
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
      throw CommandFailure.unusable("'" + path + "' cannot be part of an address");
    }
  }

  private Reply send(HttpRequest.Builder request) {
    Reply[] reply = new Reply[1];
    Progress.during("waiting for " + server,
        () -> reply[0] =
            exchange(
                request.header("Accept", "application/json, application/problem+json").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                response -> reply(response.statusCode(), response.body())));
    return reply[0];
  }

  private Reply reply(int status, String body) {
    if (JsonText.read(body) instanceof Value.Tree tree) {
      return new Reply(status, tree);
    }
    throw noLedger("it answers, but not as a ledger does");
  }

  private <B, T> T exchange(
      HttpRequest request, HttpResponse.BodyHandler<B> body, Function<HttpResponse<B>, T> answered) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build()) {
      return answered.apply(client.send(request, body));
    } catch (JsonException notJson) {
      throw noLedger("it answers, but not as a ledger does");
    } catch (ConnectException | HttpConnectTimeoutException unreachable) {
      throw noLedger("nothing answers there");
    } catch (UncheckedIOException brokenOff) {
      throw new CommandFailure(CommandFailure.REFUSED, "the ledger at " + server + BROKEN_OFF);
    } catch (IOException noAnswer) {
      throw noLedger("the connection ended before there was an answer");
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
