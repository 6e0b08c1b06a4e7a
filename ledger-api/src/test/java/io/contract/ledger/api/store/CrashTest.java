package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.MilestoneId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed with {@code kill -9} under concurrent writes, several times on the same file. Every acknowledged event is
 * there, under the sequence of its acknowledgement. No event is there twice, although each writer sends again what it got no
 * answer for. Facts that were recorded at once, or loaded as a file, are all there or none of them is. {@code
 * -Dledger.crash.rounds=20} kills the server more often.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("ledger.crash.rounds", 5);
  private static final int WRITERS = 6;
  private static final int FEWEST_ACKNOWLEDGED = 100;
  private static final long SEED = 20_261_124;

  /** An acknowledgement that a writer received. */
  private record Told(int writer, int number, String agreement, long sequence, String eventId) {
    static Told of(String line) {
      String[] words = line.split(" ", -1);
      return new Told(
          Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2], Long.parseLong(words[3]), words[4]);
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void everyAcknowledgedEventSurvivesKill9(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("data");
    Random random = new Random(SEED);
    List<Told> told = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      List<Told> now = writeUntilKilled(data, told, 300 + random.nextInt(700));
      told.addAll(now);
      Look look = look(data, told);
      System.out.println(
          "kill -9, round " + round + " (seed " + SEED + "): acknowledged " + told.size() + ", found " + look.found()
              + ", doubled " + look.doubled() + ", half-stored " + look.halfStored());
      assertThat(now).as("acknowledged in round %s", round).hasSizeGreaterThan(FEWEST_ACKNOWLEDGED);
      assertThat(look.found()).isEqualTo(told.size());
      assertThat(look.doubled()).isZero();
      assertThat(look.halfStored()).isZero();
      assertThat(look.overview()).as("the overview as it was left").isEqualTo(look.rebuilt()).isNotEmpty();
    }
  }

  /** Lets a server run until it has acknowledged enough and for some time more, kills it, and returns what it acknowledged. */
  private static List<Told> writeUntilKilled(Path data, List<Told> before, long moreMillis) throws Exception {
    Process process = start(data, before);
    List<Told> told = Collections.synchronizedList(new ArrayList<>());
    Thread reader = Thread.ofPlatform().start(() -> read(process, told));
    try {
      while (told.size() <= FEWEST_ACKNOWLEDGED && process.isAlive()) {
        Thread.sleep(20);
      }
      assertThat(process.isAlive()).as("the server is alive until it is killed").isTrue();
      Thread.sleep(moreMillis);
    } finally {
      // The handle is used because Process itself would close the pipe and lose the last acknowledgements.
      process.toHandle().destroyForcibly();
      process.waitFor();
      reader.join();
    }
    return List.copyOf(told);
  }

  private static Process start(Path data, List<Told> before) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashingWriter.class.getName()));
    command.add(data.toString());
    // A fact whose answer was missed is sent again, as a client would do.
    IntStream.range(0, WRITERS).mapToObj(writer -> Integer.toString(next(writer, before))).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static int next(int writer, List<Told> before) {
    return before.stream().filter(one -> one.writer() == writer).mapToInt(one -> one.number() + 1).max().orElse(0);
  }

  private static void read(Process process, List<Told> told) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.add(Told.of(line));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The contents of the store after a crash: how many acknowledged facts are there, how many are there twice, and how many
   * groups are there in part. It also has the overview as it was left and as it is rebuilt.
   */
  private record Look(
      long found, long doubled, long halfStored, List<String> overview, List<String> rebuilt) {}

  private static Look look(Path data, List<Told> told) {
    try (TestServer server =
        TestServer.behind(TestServer.onFile(data), "--logging.level.io.contract.ledger=warn")) {
      List<String> left = OverviewTest.rows(server);
      server.bean(Overview.class).rebuild(any -> {});
      Map<String, KnownFacts> agreements = new HashMap<>();
      for (String id : server.agreementIds()) {
        agreements.put(id, server.ledger().find(new AgreementId(id)).orElseThrow().facts());
      }
      long found =
          told.stream()
              .filter(one -> isThere(one, Objects.requireNonNull(agreements.get(one.agreement()))))
              .filter(one -> server.eventId(one.agreement(), one.sequence()).equals(one.eventId()))
              .count();
      return new Look(
          found,
          agreements.values().stream().mapToLong(CrashTest::doubled).sum(),
          halfStored(agreements),
          left,
          OverviewTest.rows(server));
    }
  }

  private static boolean isThere(Told told, KnownFacts agreement) {
    String id = CrashingWriter.factId(told.writer(), told.number());
    if (told.writer() >= CrashingWriter.OF_MANY) {
      id = id + "-" + CrashingWriter.AT_ONCE;
    }
    return agreement.milestone(new MilestoneId(id)).map(Known::sequence).filter(sequence -> sequence == told.sequence())
        .isPresent();
  }

  private static long halfStored(Map<String, KnownFacts> agreements) {
    long files =
        agreements.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("file-"))
            .filter(entry -> entry.getValue().events().size() != CrashingWriter.AT_ONCE + 1)
            .count();
    Map<String, Integer> atOnce = new HashMap<>();
    agreements.values().stream()
        .flatMap(agreement -> agreement.all(Milestone.class).stream())
        .map(milestone -> milestone.fact().id().text())
        .filter(id -> id.startsWith("w" + CrashingWriter.OF_MANY + "-"))
        .forEach(id -> atOnce.merge(id.substring(0, id.lastIndexOf('-')), 1, Integer::sum));
    return files + atOnce.values().stream().filter(many -> many != CrashingWriter.AT_ONCE).count();
  }

  private static long doubled(KnownFacts agreement) {
    Set<Milestone> seen = new HashSet<>();
    return agreement.events().stream()
        .map(Recorded::fact)
        .filter(fact -> fact instanceof Milestone milestone && !seen.add(milestone))
        .count();
  }
}
