package io.contract.ledger.api.store;

import io.contract.ledger.api.agreement.Acknowledgement;
import io.contract.ledger.api.agreement.Ledger;
import io.contract.ledger.api.agreement.RecordingOptions;
import io.contract.ledger.api.agreement.SomeFacts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The process that {@link CrashTest} kills: a server on a file, with writers that print each acknowledgement once they have it.
 *
 * <p>Arguments: the directory, then for each writer the number of its first fact. A line is {@code writer number agreement
 * sequence event-id}.
 */
final class CrashingWriter {

  /** Every writer writes to one of so many agreements, so that some share one. */
  static final int AGREEMENTS = 3;

  private CrashingWriter() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream acknowledged = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TestServer server = TestServer.whole(Path.of(args[0]), "--logging.level.io.contract.ledger=warn");
    for (int i = 0; i < AGREEMENTS; i++) {
      server.ledger().record(agreement(i), List.of(SomeFacts.agreement(agreement(i))), RecordingOptions.by("test"));
    }
    for (int writer = 0; writer < args.length - 1; writer++) {
      int me = writer;
      int first = Integer.parseInt(args[writer + 1]);
      Thread.ofPlatform().start(() -> write(server.ledger(), me, first, acknowledged));
    }
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void write(Ledger ledger, int writer, int first, PrintStream acknowledged) {
    for (int number = first; true; number++) {
      String agreement = agreement(writer);
      Acknowledgement ack =
          ledger
              .record(agreement, List.of(SomeFacts.milestone(factId(writer, number))), RecordingOptions.by("test"))
              .acknowledgements()
              .getFirst();
      acknowledged.println(writer + " " + number + " " + agreement + " " + ack.sequence() + " " + ack.eventId());
    }
  }

  static String agreement(int writer) {
    return "agreement-" + writer % AGREEMENTS;
  }

  static String factId(int writer, int number) {
    return "w" + writer + "-" + number;
  }
}
