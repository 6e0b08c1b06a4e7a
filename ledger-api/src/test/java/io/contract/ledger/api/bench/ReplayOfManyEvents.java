package io.contract.ledger.api.bench;

import io.contract.ledger.api.cli.LedgerCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Records an agreement of many events in a server with 384 MB of heap, and replays it: {@code mvn -Pbench verify}. Prints the
 * time of the recording and of the replay, and the events per second of each. Beside the replay it prints the time of reading
 * the same events as a history.
 *
 * <p>Arguments: the number of events (100,000 by default).
 */
public final class ReplayOfManyEvents {

  private static final int AT_ONCE = 500;
  private static final long SEED = 20_261_124;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String server;
  private final Random random = new Random(SEED);
  private LocalDate day = LocalDate.of(2000, 1, 1);
  private LocalDate reportedThrough = day.minusDays(1);
  private int number;

  private ReplayOfManyEvents(String server) {
    this.server = server;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int events = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("ledger-bench");
    Process process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-cp",
            System.getProperty("java.class.path"), LedgerCommand.class.getName(), "serve", "--port", "0", "--data",
            data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String address =
          said.lines().filter(line -> line.startsWith("The ledger is at ")).findFirst().orElseThrow();
      new ReplayOfManyEvents(address.substring("The ledger is at ".length())).run(events);
    } finally {
      process.destroy();
      process.waitFor();
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private void run(int events) throws IOException, InterruptedException {
    post(
        "/api/v1/agreements",
        """
            {"id": "many", "title": "Many events", "currency": "USD", "timeZone": "UTC", "executedOn": "2000-01-01",
             "effectiveOn": "2000-01-01",
             "parties": [{"id": "acme", "name": "Acme"}, {"id": "globex", "name": "Globex"}],
             "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex",
               "base": "net-sales", "rate": "0.20", "period": "quarter", "due": {"days": 45},
               "cap": {"amount": "900000000.00", "basis": "unstated", "counts": "unstated"}}]}
            """);
    long began = System.nanoTime();
    int recorded = 1;
    while (recorded < events) {
      int more = Math.min(AT_ONCE, events - recorded);
      post("/api/v1/agreements/many/facts", Stream.generate(this::fact).limit(more).toList().toString());
      recorded += more;
    }
    say("recorded", recorded, began, "");
    began = System.nanoTime();
    long read = lines("/api/v1/agreements/many/file");
    say("exported", recorded, began, ", " + read + " lines");
    double raw = secondsSince(began);
    began = System.nanoTime();
    long lines = lines("/api/v1/agreements/many/replay?effectiveOn=" + day);
    say("replayed on one day", lines, began, ", %.1f times the export".formatted(secondsSince(began) / raw));
    began = System.nanoTime();
    lines = lines("/api/v1/agreements/many/replay");
    say("replayed", lines, began, ", %.1f times the export".formatted(secondsSince(began) / raw));
  }

  /** The next fact: nine payments follow each daily report. */
  private String fact() {
    number++;
    int kind = random.nextInt(100);
    if (kind < 10 && reportedThrough.isBefore(LocalDate.of(2026, 10, 1))) {
      LocalDate from = reportedThrough.plusDays(1);
      reportedThrough = from;
      day = from;
      return "{\"revenue\": {\"id\": \"r%d\", \"stream\": \"net-sales\", \"from\": \"%s\", \"through\": \"%s\", \"amount\": \"%d.%02d\"}}"
          .formatted(number, from, from, 1_000 + random.nextInt(9_000), random.nextInt(100));
    }
    return "{\"payment\": {\"id\": \"p%d\", \"clause\": \"share\", \"payer\": \"acme\", \"payee\": \"globex\", \"amount\": \"%d.%02d\", \"valueOn\": \"%s\"}}"
        .formatted(number, 1 + random.nextInt(150), random.nextInt(100), day);
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IllegalStateException("expected 201, found " + response.statusCode() + " " + response.body());
    }
  }

  private long lines(String path) throws IOException, InterruptedException {
    HttpResponse<java.io.InputStream> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("expected 200, found " + response.statusCode());
    }
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      return reader.lines().count();
    }
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static void say(String what, long events, long began, String more) {
    double seconds = secondsSince(began);
    List.of("%-20s %,9d events in %7.1f s, %,9.0f a second%s".formatted(what, events, seconds, events / seconds, more))
        .forEach(System.out::println);
  }
}
