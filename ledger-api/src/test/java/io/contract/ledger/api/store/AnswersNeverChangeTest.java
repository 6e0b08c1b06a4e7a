package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.ImportHistory;
import io.contract.ledger.api.ledger.Concurrently;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The central promise: once a question has been answered for an instant, nothing is recorded at or before it, on whichever node,
 * whatever the nodes' clocks say. Asked while others record, and asked again afterwards. {@code -Dledger.writers.seconds=30} goes on
 * for longer.
 */
class AnswersNeverChangeTest {

  private static final int WRITERS = 8;
  private static final int ASKERS = 4;
  private static final int AGREEMENTS = 4;
  private static final long SECONDS = Long.getLong("ledger.writers.seconds", 2);
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  /** What was answered at a moment: the events of one agreement, and which agreements there were. */
  private record Answer(Instant knownAt, AgreementId agreement, List<Long> sequences, List<AgreementId> agreements) {}

  static Stream<Arguments> stores() {
    return Stream.of(
        Arguments.of(Stores.H2, List.of("PT0S")),
        Arguments.of(Stores.POSTGRES, List.of("PT0S")),
        Arguments.of(Stores.POSTGRES, List.of("PT0S", "PT0S")),
        Arguments.of(Stores.POSTGRES, List.of("PT0S", "PT-10M")),
        Arguments.of(Stores.POSTGRES, List.of("PT10M", "PT0S")));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void anAnswerGivenWhileOthersRecordIsTheAnswerForGood(Stores kind, List<String> clocks) throws Exception {
    Stores.Place place = kind.create();
    List<TestServer> servers = new ArrayList<>();
    try {
      for (String ahead : clocks) {
        servers.add(place.start("--test.clock.ahead=" + ahead));
      }
      List<Ledger> nodes = servers.stream().map(TestServer::ledger).toList();
      for (int i = 0; i < AGREEMENTS; i++) {
        nodes.getFirst().record(id("a-" + i), List.of(SomeFacts.agreement("a-" + i)), ANN);
      }
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      List<Answer> answers =
          Concurrently.call(
              WRITERS + ASKERS, 1,
              (thread, turn) -> thread < WRITERS
                  ? write(nodes.get(thread % nodes.size()), thread, until)
                  : ask(nodes.get(thread % nodes.size()), thread, until))
              .stream()
              .flatMap(List::stream)
              .toList();

      servers.forEach(TestServer::forgetKept);
      assertThat(answers).hasSizeGreaterThan(20);
      for (Answer before : answers) {
        for (Ledger node : nodes) {
          assertThat(answer(node, before.knownAt(), before.agreement())).isEqualTo(before);
        }
      }
    } finally {
      servers.forEach(TestServer::close);
    }
  }

  /** Records facts, and now and then an agreement, recorded or imported with times long gone. */
  private static List<Answer> write(Ledger node, int thread, long until) {
    for (int number = 0; System.nanoTime() < until; number++) {
      String fresh = "w" + thread + "-" + number;
      if (number % 10 == 0) {
        node.record(id(fresh), List.of(SomeFacts.agreement(fresh)), ANN);
      } else if (number % 10 == 5) {
        Instant then = Instant.parse("2021-08-01T09:00:00Z");
        node.importHistory(id(fresh), List.of(new ImportHistory.Entry(SomeFacts.agreement(fresh), then, null)), ANN);
      } else {
        node.record(id("a-" + (thread + number) % AGREEMENTS), List.of(SomeFacts.milestone(fresh)), ANN);
      }
    }
    return List.of();
  }

  private static List<Answer> ask(Ledger node, int thread, long until) {
    List<Answer> answers = new ArrayList<>();
    for (int number = 0; System.nanoTime() < until; number++) {
      Instant now = node.now();
      node.settle(now);
      answers.add(answer(node, now, id("a-" + (thread + number) % AGREEMENTS)));
    }
    return answers;
  }

  private static Answer answer(Ledger node, Instant knownAt, AgreementId agreement) {
    OverviewFilter known =
        new OverviewFilter(Optional.of(knownAt), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    List<Long> sequences =
        node.find(agreement).orElseThrow().knownAt(knownAt).events().stream().map(Recorded::sequence).toList();
    return new Answer(knownAt, agreement, sequences, node.agreements(known, Optional.empty(), Integer.MAX_VALUE));
  }

  private static AgreementId id(String text) {
    return new AgreementId(text);
  }
}
