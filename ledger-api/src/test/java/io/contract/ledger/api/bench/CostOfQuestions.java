package io.contract.ledger.api.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.bench.CostlyQuestion.Asked;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Measures whether the cost of a question grows faster than its answer: {@code mvn -Pbench verify}. It asks a server over HTTP.
 * Each question is asked of agreements of several sizes ({@link CostlyQuestion}). For each size it prints the median time until the
 * answer was there, the processor time and the memory allocated for each row, and for each question how many times as much processor
 * time a row takes on the largest size as on the smallest. That ratio is to be at most {@value #MOST}.
 *
 * <p>Processor time is compared, and the sizes take turns, so that other work on the machine matters little. Where answers are kept, each asking is the
 * first of its agreement.
 *
 * <p>Arguments: the rounds (5 by default), and a word that must be in the name of a question.
 */
public final class CostOfQuestions {

  private static final double MOST = 2.0;
  private static final int AT_ONCE = 500;
  private static final int WARM_UP = 10;
  private static final double WARM_UP_MILLIS = 5_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final String server;
  private final int rounds;
  private final Map<String, AskedAgreement> recorded = new HashMap<>();

  private CostOfQuestions(String server, int rounds) {
    this.server = server;
    this.rounds = rounds;
  }

  /**
   * What one asking cost.
   *
   * @param millis until the answer was there
   * @param busy milliseconds in which processors worked on it
   */
  private record Cost(double millis, double busy, long bytes) {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Path data = Files.createTempDirectory("ledger-bench");
    int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    String word = args.length < 2 ? "" : args[1];
    try (ConfigurableApplicationContext context =
        // What is measured on a busy machine must not be sent away for taking long.
        LedgerApplication.start(
            "--server.port=0", "--ledger.data=" + data.resolve("store"), "--ledger.questions.longest=10m")) {
      int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
      CostOfQuestions cost = new CostOfQuestions("http://127.0.0.1:" + port, rounds);
      List<String> worse =
          CostlyQuestion.all().stream()
              .filter(question -> question.name().contains(word))
              .filter(question -> cost.ratio(question) > MOST)
              .map(CostlyQuestion::name)
              .toList();
      say(worse.isEmpty() ? "no row costs more than twice as much" : "rows cost more than twice as much: " + worse);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  /** Measures the question; how many times as long a row takes on the largest size as on the smallest. */
  private double ratio(CostlyQuestion question) {
    long began = System.nanoTime();
    for (int i = 0; question.isKept() ? i < WARM_UP : i < WARM_UP || millisSince(began) < WARM_UP_MILLIS; i++) {
      ask(question, question.sizes().getFirst(), question.isKept() ? -1 - i : 0);
    }
    Map<Integer, List<Cost>> costs = new HashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (int size : question.sizes()) {
        costs.computeIfAbsent(size, any -> new ArrayList<>()).add(ask(question, size, question.isKept() ? round : 0));
      }
    }
    List<Double> each = new ArrayList<>();
    for (int size : question.sizes()) {
      List<Cost> of = Objects.requireNonNull(costs.get(size));
      double median = of.stream().map(Cost::millis).sorted().toList().get(of.size() / 2);
      double busy = of.stream().map(Cost::busy).sorted().toList().get(of.size() / 2);
      long bytes = of.stream().map(Cost::bytes).sorted().toList().get(of.size() / 2);
      int rows = question.rows().applyAsInt(size);
      each.add(busy / rows);
      say(String.format(Locale.ROOT,
          "%-45s %,9d: median %,10.1f ms, %,9.1f µs of processor time and %,8.1f kB for each %s",
          question.name(), size, median, 1_000 * busy / rows, bytes / 1_000.0 / rows, question.row()));
    }
    double ratio = each.getLast() / each.getFirst();
    say(String.format(Locale.ROOT, "%-45s %.2f times as much processor time for each %s", question.name(), ratio,
        question.row()));
    return ratio;
  }

  private Cost ask(CostlyQuestion question, int size, int copy) {
    AskedAgreement agreement = agreement(question, size, copy);
    Asked asked = question.asked().apply(size);
    HttpRequest request =
        asked.body() == null ? to(agreement.path() + asked.path()).build()
            : post(agreement.path() + asked.path(), asked.body());
    long before = THREADS.getTotalThreadAllocatedBytes();
    long busy = MACHINE.getProcessCpuTime();
    long began = System.nanoTime();
    Asking.send(request, 200);
    double millis = millisSince(began);
    double worked = (MACHINE.getProcessCpuTime() - busy) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    return new Cost(millis, worked, THREADS.getTotalThreadAllocatedBytes() - before);
  }

  /** The agreement of that size, recorded before. Where answers are kept, each copy is another. */
  private AskedAgreement agreement(CostlyQuestion question, int size, int copy) {
    String id =
        question.isKept()
            ? (question.name() + "-" + size + "-" + (copy < 0 ? "warm" + -copy : copy)).replaceAll("[^a-z0-9]+", "-")
            : "of-" + size + "-" + question.agreement().apply("any", size).hashCode();
    return recorded.computeIfAbsent(id, any -> record(question.agreement().apply(id, size)));
  }

  private AskedAgreement record(AskedAgreement agreement) {
    Asking.send(post("/api/v1/agreements", agreement.executed()), 201);
    List<String> facts = agreement.facts();
    for (int from = 0; from < facts.size(); from += AT_ONCE) {
      String some = facts.subList(from, Math.min(facts.size(), from + AT_ONCE)).toString();
      Asking.send(post(agreement.path() + "/facts", some), 201);
    }
    return agreement;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  private HttpRequest post(String path, String body) {
    return to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private static double millisSince(long began) {
    return (System.nanoTime() - began) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  private static void say(String line) {
    List.of(line).forEach(System.out::println);
  }
}
