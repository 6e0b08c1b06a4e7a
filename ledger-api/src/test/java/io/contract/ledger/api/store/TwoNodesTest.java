package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.ledger.Concurrently;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.Outcome;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.id.AgreementId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. Each finds what the other acknowledged, and both write without losing or refusing facts. */
class TwoNodesTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  @Test
  void bothWriteTheSameAgreementAndSeeEachOther() throws Exception {
    Stores.Place place = Stores.POSTGRES.create();
    try (TestServer one = place.start();
        TestServer other = place.start()) {
      List<Ledger> nodes = List.of(one.ledger(), other.ledger());
      one.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a")), ANN);

      List<Outcome> outcomes =
          Concurrently.call(
              6,
              20,
              (thread, turn) -> {
                Outcome outcome =
                    nodes
                        .get(thread % 2)
                        .record(new AgreementId("a"), List.of(SomeFacts.milestone("m" + thread + "-" + turn)), ANN);
                Agreement elsewhere = nodes.get((thread + 1) % 2).find(new AgreementId("a")).orElseThrow();
                assertThat(elsewhere.nextSequence()).isGreaterThan(outcome.sequence());
                return outcome;
              });

      assertThat(outcomes).hasSize(120).allMatch(Outcome::isNew);
      for (Ledger node : nodes) {
        List<Recorded> events = node.find(new AgreementId("a")).orElseThrow().facts().events();
        assertThat(events).hasSize(121);
        assertThat(events).extracting(Recorded::recordedAt).isSorted().doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void whatOneRefusesIsJudgedByWhatTheOtherRecorded() throws Exception {
    Stores.Place place = Stores.POSTGRES.create();
    try (TestServer one = place.start();
        TestServer other = place.start()) {
      one.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a")), ANN);
      assertThat(other.ledger().find(new AgreementId("a"))).isPresent();
      one.ledger().record(new AgreementId("a"), List.of(SomeFacts.payment("p1", "1.00")), ANN);

      Outcome reversal =
          other
              .ledger()
              .record(new AgreementId("a"), List.of(SomeFacts.reversal("p1")), ANN);

      assertThat(reversal.sequence()).isEqualTo(2);
    }
  }
}
