package io.contract.ledger.api.bench;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what a long history costs: {@code mvn -Pbench verify}. It asks a server on a durable H2 file over HTTP. The agreements
 * have 100, 10,000 and 100,000 events ({@link GrowingAgreement}), each without statements and with 40 of them. It measures
 *
 * <ul>
 *   <li>the time to record one payment, to ask for a position after it, and to ask what one more payment would change. It prints
 *       medians, each also as a multiple of that of the shortest history and of that without statements;
 *   <li>the time to replay each agreement with deltas, as a multiple of the time to scan and parse the same rows.
 * </ul>
 *
 * <p>The sizes take turns, so that other work on the machine slows all of them alike. There are many copies of the short
 * agreements, so that the measurement does not make them long.
 *
 * <p>Arguments: the rounds (200 by default), and the sizes.
 */
public final class CostOfHistory {

  private static final int AT_ONCE = 500;
  private static final int WARM_UP = 60;
  private static final int REPLAYS = 3;
  private static final int[] SIZES = {100, 10_000, 100_000};

  private final String server;
  private final JdbcClient database;
  private final Map<Kind, List<GrowingAgreement>> byKind = new LinkedHashMap<>();

  /**
   * A kind of agreement that is compared.
   *
   * @param size the number of events, without statements and restatements
   */
  private record Kind(int size, boolean isStated) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%,d events%s", size, isStated ? " with 40 statements" : "");
    }
  }

  private CostOfHistory(ConfigurableApplicationContext context) {
    this.server =
        "http://127.0.0.1:"
            + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    this.database = JdbcClient.create(context.getBean(DataSource.class));
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Path data = Files.createTempDirectory("ledger-bench");
    int rounds = args.length == 0 ? 200 : Integer.parseInt(args[0]);
    int[] sizes = args.length < 2 ? SIZES : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
    try (ConfigurableApplicationContext context =
        LedgerApplication.start("--server.port=0", "--ledger.data=" + data.resolve("store"))) {
      new CostOfHistory(context).run(rounds, sizes);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private void run(int rounds, int[] sizes) {
    for (int size : sizes) {
      record(new Kind(size, false));
      record(new Kind(size, true));
    }
    measure(WARM_UP, false);
    measure(rounds, true);
    for (boolean isStated : new boolean[]{false, true}) {
      Kind longest = new Kind(sizes[sizes.length - 1], isStated);
      say("replay of " + longest);
      replay(Objects.requireNonNull(byKind.get(longest)).getFirst());
    }
  }

  private void record(Kind kind) {
    long began = System.nanoTime();
    int copies = kind.size() < 1_000 ? 20 : 1;
    String name = (kind.isStated() ? "stated-" : "of-") + kind.size() + "-";
    List<GrowingAgreement> agreements =
        IntStream.range(0, copies).mapToObj(i -> new GrowingAgreement(name + i, kind.size(), kind.isStated())).toList();
    for (GrowingAgreement agreement : agreements) {
      post("/api/v1/agreements", agreement.executed(), 201);
      List<String> facts = agreement.facts();
      for (int from = 0; from < facts.size(); from += AT_ONCE) {
        post(agreement.path() + "/facts", facts.subList(from, Math.min(facts.size(), from + AT_ONCE)).toString(), 201);
      }
    }
    byKind.put(kind, agreements);
    say(String.format(Locale.ROOT, "recorded %s %d times in %.1f s", kind, copies, millisSince(began) / 1_000));
  }

  /** The requests that are timed. */
  private enum Act {
    RECORD("record one payment"),
    ASK("ask one position after it"),
    ASK_AGAIN("ask it again"),
    WHAT_IF("ask what one payment more would change");

    private final String words;

    Act(String words) {
      this.words = words;
    }
  }

  private void measure(int rounds, boolean isSaid) {
    Map<Act, Map<Kind, List<Double>>> took = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Kind, List<GrowingAgreement>> entry : byKind.entrySet()) {
        List<GrowingAgreement> copies = entry.getValue();
        GrowingAgreement agreement = copies.get(round % copies.size());
        for (Act act : Act.values()) {
          took.computeIfAbsent(act, any -> new LinkedHashMap<>())
              .computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
              .add(time(act, agreement));
        }
      }
    }
    if (isSaid) {
      took.forEach((act, times) -> say(act, rounds, times));
    }
  }

  private double time(Act act, GrowingAgreement agreement) {
    String facts = "[" + agreement.anotherPayment() + "]";
    long began = System.nanoTime();
    switch (act) {
      case RECORD -> post(agreement.path() + "/facts", facts, 201);
      case ASK, ASK_AGAIN ->
        Asking.send(get(agreement.path() + "/position?effectiveOn=" + GrowingAgreement.ASKED_ON), 200);
      case WHAT_IF ->
        post(agreement.path() + "/what-if?effectiveOn=" + GrowingAgreement.ASKED_ON, "{\"facts\": " + facts + "}", 200);
    }
    return millisSince(began);
  }

  private static void say(Act act, int rounds, Map<Kind, List<Double>> took) {
    double shortest = median(took.values().iterator().next());
    took.forEach((kind, times) -> {
      double without = median(Objects.requireNonNull(took.get(new Kind(kind.size(), false))));
      say(String.format(Locale.ROOT,
          "%-40s %-34s: median %8.2f ms of %d, 9 of 10 within %8.2f ms, %6.2f times that of the shortest%s",
          act.words, kind, median(times), rounds, times.stream().sorted().toList().get(times.size() * 9 / 10),
          median(times) / shortest,
          kind.isStated() ? String.format(Locale.ROOT, ", %.2f times that without", median(times) / without) : ""));
    });
  }

  private void replay(GrowingAgreement agreement) {
    List<Double> scans = new ArrayList<>();
    List<Double> replays = new ArrayList<>();
    for (int i = 0; i < REPLAYS; i++) {
      long began = System.nanoTime();
      int rows = scan(agreement.id());
      scans.add(millisSince(began));
      began = System.nanoTime();
      long bytes = Asking.send(get(agreement.path() + "/replay"), 200);
      replays.add(millisSince(began));
      say(String.format(Locale.ROOT, "scanned and parsed %,d rows in %,.0f ms, replayed into %,d bytes in %,.0f ms",
          rows, scans.getLast(), bytes,
          replays.getLast()));
    }
    say(String.format(Locale.ROOT,
        "replay with deltas: median %,.0f ms, %.1f times a scan and parse of the same rows, %,.0f ms", median(replays),
        median(replays) / median(scans), median(scans)));
  }

  /** Reads and parses everything that is stored of the events, and does nothing else. */
  private int scan(String agreement) {
    try (var rows =
        database.sql("select fact, recording from agreement_event where agreement_id = ? order by sequence_number")
            .param(agreement)
            .query(
                (row, number) -> List.of(JsonText.read(row.getBytes(1)), JsonText.read(row.getBytes(2))))
            .stream()) {
      return Math.toIntExact(rows.filter(parsed -> parsed.size() == 2).count());
    }
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  private HttpRequest get(String path) {
    return to(path).build();
  }

  private void post(String path, String body, int expected) {
    Asking.send(
        to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        expected);
  }

  private static double millisSince(long began) {
    return (System.nanoTime() - began) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  private static void say(String line) {
    List.of(line).forEach(System.out::println);
  }
}
