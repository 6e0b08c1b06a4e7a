package io.contract.ledger.api.store;

import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.api.ledger.Acknowledgement;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The process that {@link CrashTest} kills. It is a server on a file, with writers that print each acknowledgement as soon as
 * they have it. The overview is rebuilt again and again meanwhile.
 *
 * <p>Arguments: the directory, then for each writer the number of its first fact. A line of output is {@code writer number
 * agreement sequence event-id}. For several facts at once, it is that of the last.
 */
final class CrashingWriter {

  /** The writer that records several facts at once, under an idempotency key. */
  static final int OF_MANY = 4;

  /** The writer that loads whole histories. */
  static final int OF_FILES = 5;

  /** The number of facts that are recorded at once, and the number that a loaded history has after the agreement itself. */
  static final int AT_ONCE = 20;

  /** The number of agreements. There are more writers than agreements, so that some share one. */
  static final int AGREEMENTS = 3;

  private CrashingWriter() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream acknowledged = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TestServer server = TestServer.whole(Path.of(args[0]), "--logging.level.io.contract.ledger=warn");
    for (int i = 0; i < AGREEMENTS; i++) {
      server.ledger().record(new AgreementId(agreement(i)), List.of(SomeFacts.agreement(agreement(i))),
          RecordingOptions.by("test"));
    }
    for (int writer = 0; writer < args.length - 1; writer++) {
      int me = writer;
      int first = Integer.parseInt(args[writer + 1]);
      Thread.ofPlatform().start(() -> write(server.ledger(), me, first, acknowledged));
    }
    while (true) {
      server.bean(Overview.class).rebuild(any -> {});
      Thread.sleep(20);
    }
  }

  private static void write(Ledger ledger, int writer, int first, PrintStream acknowledged) {
    for (int number = first; true; number++) {
      Acknowledgement ack =
          switch (writer) {
            case OF_MANY -> recordMany(ledger, writer, number);
            case OF_FILES -> load(ledger, number);
            default -> recordOne(ledger, writer, number);
          };
      acknowledged.println(writer + " " + number + " " + ack.agreement() + " " + ack.sequence() + " " + ack.eventId());
    }
  }

  private static Acknowledgement recordOne(Ledger ledger, int writer, int number) {
    return ledger
        .record(new AgreementId(agreement(writer)), List.of(SomeFacts.milestone(factId(writer, number))),
            RecordingOptions.by("test"))
        .acknowledgements()
        .getFirst();
  }

  private static Acknowledgement recordMany(Ledger ledger, int writer, int number) {
    RequestKey key = new RequestKey("test", factId(writer, number), "");
    return ledger
        .record(new AgreementId(agreement(writer)), many(writer, number), new RecordingOptions("test", null, key))
        .acknowledgements()
        .getLast();
  }

  private static Acknowledgement load(Ledger ledger, int number) {
    Instant at = Instant.parse("2021-08-10T09:00:00Z");
    String agreement = file(number);
    List<ImportHistory.Entry> entries = new ArrayList<>();
    entries.add(new ImportHistory.Entry(SomeFacts.agreement(agreement), at, null));
    many(OF_FILES, number).forEach(fact -> entries.add(new ImportHistory.Entry(fact, at, null)));
    return ledger.importHistory(new AgreementId(agreement), entries, RecordingOptions.by("test")).acknowledgements()
        .getLast();
  }

  private static List<Fact> many(int writer, int number) {
    return IntStream.rangeClosed(1, AT_ONCE)
        .mapToObj(place -> SomeFacts.milestone(factId(writer, number) + "-" + place))
        .toList();
  }

  /** The agreement of a loaded history. */
  static String file(int number) {
    return "file-" + number;
  }

  static String agreement(int writer) {
    return "agreement-" + writer % AGREEMENTS;
  }

  static String factId(int writer, int number) {
    return "w" + writer + "-" + number;
  }
}
