package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.ledger.Acknowledgement;
import io.contract.ledger.api.ledger.Concurrently;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.Outcome;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many writers at once, on one agreement or on many, on one node or two. Everything that is acknowledged is stored, nothing
 * else is, no sequence is left out, and no writer learns of the others. {@code -Dledger.writers.seconds=30} writes for longer.
 */
class WritersTest {

  private static final int WRITERS = 32;
  private static final long SECONDS = Long.getLong("ledger.writers.seconds", 2);

  static Stream<Arguments> stores() {
    return Stream.of(
        Arguments.of(Stores.H2, 1, 1), Arguments.of(Stores.H2, 1, 100), Arguments.of(Stores.POSTGRES, 1, 1),
        Arguments.of(Stores.POSTGRES, 1, 100), Arguments.of(Stores.POSTGRES, 2, 1),
        Arguments.of(Stores.POSTGRES, 2, 100));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatIsAcknowledgedIsWhatIsStored(Stores kind, int nodes, int agreements) throws Exception {
    Stores.Place place = kind.create();
    List<TestServer> servers = new ArrayList<>();
    try {
      for (int i = 0; i < nodes; i++) {
        servers.add(place.start());
      }
      List<Ledger> ledgers = servers.stream().map(TestServer::ledger).toList();
      for (int i = 0; i < agreements; i++) {
        ledgers.getFirst().record(new AgreementId("a-" + i), List.of(SomeFacts.agreement("a-" + i)),
            RecordingOptions.by("ann"));
      }
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      List<Acknowledgement> acknowledged =
          Concurrently.call(WRITERS, 1, (thread, turn) -> write(ledgers, thread, agreements, until)).stream()
              .flatMap(List::stream)
              .toList();
      long stored = 0;
      for (int i = 0; i < agreements; i++) {
        stored += judge(servers.getLast(), "a-" + i, acknowledged);
      }
      System.out.printf(
          "%s, %d node(s), %d writers on %d agreement(s), %d s: acknowledged %,d, stored %,d, %,d a second%n",
          kind, nodes, WRITERS, agreements, SECONDS, acknowledged.size(), stored, acknowledged.size() / SECONDS);
      assertThat(stored).isEqualTo(acknowledged.size()).isPositive();
    } finally {
      servers.forEach(TestServer::close);
    }
  }

  /** Writes facts. Every third fact has a key and is sent to every node. */
  private static List<Acknowledgement> write(List<Ledger> nodes, int thread, int agreements, long until) {
    List<Acknowledgement> acknowledged = new ArrayList<>();
    for (int number = 0; System.nanoTime() < until; number++) {
      String agreement = "a-" + (thread + number) % agreements;
      String id = "w" + thread + "-" + number;
      RecordingOptions by = RecordingOptions.by("ann");
      RecordingOptions options =
          number % 3 == 0 ? new RecordingOptions("ann", null, new RequestKey("ann", id, "")) : by;
      Ledger node = nodes.get((thread + number) % nodes.size());
      Outcome outcome = node.record(new AgreementId(agreement), List.of(SomeFacts.milestone(id)), options);
      assertThat(outcome.isNew()).as(id).isTrue();
      acknowledged.addAll(outcome.acknowledgements());
      if (number % 3 == 0) {
        Outcome again =
            nodes.get((thread + number + 1) % nodes.size()).record(new AgreementId(agreement),
                List.of(SomeFacts.milestone(id)),
                options);
        assertThat(again.isNew()).as(id).isFalse();
        assertThat(again.acknowledgements().getFirst().eventId())
            .isEqualTo(outcome.acknowledgements().getFirst().eventId());
      }
    }
    return acknowledged;
  }

  /** Checks the stored facts of the agreement and returns their number. */
  private static long judge(TestServer server, String id, List<Acknowledgement> acknowledged) {
    server.forgetKept();
    Agreement agreement = server.ledger().find(new AgreementId(id)).orElseThrow();
    List<Recorded> events = agreement.facts().events();
    assertThat(events).extracting(Recorded::sequence)
        .containsExactlyElementsOf(LongStream.range(0, events.size()).boxed().toList());
    assertThat(events).extracting(Recorded::recordedAt).isSorted().doesNotHaveDuplicates();
    List<Acknowledgement> here = acknowledged.stream().filter(ack -> ack.agreement().text().equals(id)).toList();
    var ids = server.bean(EventTable.class).eventIds(new AgreementId(id),
        here.stream().map(Acknowledgement::sequence).toList());
    assertThat(here).allSatisfy(ack -> assertThat(ids).containsEntry(ack.sequence(), ack.eventId()));
    return events.size() - 1L;
  }

  /** One key is sent to both nodes at once. */
  @ParameterizedTest
  @MethodSource("keys")
  void oneKeySentToTwoNodesAtOnceIsOneEvent(int round) throws Exception {
    Stores.Place place = Stores.POSTGRES.create();
    try (TestServer one = place.start();
        TestServer other = place.start()) {
      List<Ledger> nodes = List.of(one.ledger(), other.ledger());
      one.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a"), SomeFacts.payment("p1", "1.00")),
          RecordingOptions.by("ann"));
      RecordingOptions once = new RecordingOptions("ann", null, new RequestKey("ann", "key-" + round, ""));
      List<Outcome> outcomes =
          Concurrently.call(
              20, 1, (thread, turn) -> nodes.get(thread % 2).record(new AgreementId("a"),
                  List.of(SomeFacts.reversal("p1")), once));
      assertThat(outcomes).filteredOn(Outcome::isNew).hasSize(1);
      assertThat(outcomes).extracting(outcome -> outcome.acknowledgements().getFirst().eventId())
          .containsOnly(outcomes.getFirst().acknowledgements().getFirst().eventId());
      assertThat(other.ledger().find(new AgreementId("a")).orElseThrow().nextSequence()).isEqualTo(3);
    }
  }

  static Stream<Arguments> keys() {
    return IntStream.range(0, 3).mapToObj(Arguments::of);
  }
}
