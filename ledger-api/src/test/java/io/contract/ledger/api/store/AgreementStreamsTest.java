package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Milestone;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kept state equals the fold of its events, and is kept only once they are durable. */
class AgreementStreamsTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  @ParameterizedTest
  @EnumSource(Stores.class)
  void theKeptStateEqualsTheOneFoldedFromTheFirstEvent(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();
    server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN);
    for (int i = 0; i < 120; i++) {
      Fact fact = i % 3 == 0 ? SomeFacts.payment("p" + i, i + 1 + ".00") : SomeFacts.milestone("m" + i);
      server.ledger().record(new AgreementId(id), List.of(fact), ANN);
    }
    server.ledger().record(new AgreementId(id), List.of(SomeFacts.reversal("p0")), ANN);

    KnownFacts kept = server.ledger().find(new AgreementId(id)).orElseThrow().facts();
    server.forgetKept();
    KnownFacts folded = server.ledger().find(new AgreementId(id)).orElseThrow().facts();

    assertThat(folded.events()).hasSize(122).containsExactlyElementsOf(kept.events());
    assertThat(folded.payments().all()).isEqualTo(kept.payments().all());
    assertThat(folded.all(Milestone.class)).isEqualTo(kept.all(Milestone.class));
    assertThat(folded.agreement()).isEqualTo(kept.agreement());
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void nothingIsShownThatCouldStillBeLost(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();
    server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN);
    AgreementStreams streams =
        new AgreementStreams(server.bean(EventStore.class), new GroupSync(() -> {
          throw new SQLException("the disk is gone");
        }, ""));

    assertThat(streams.committed(new AgreementId(id)).exists()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> streams.durable(new AgreementId(id))).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Stores.class)
  void aStateThatFitsNoMemoryIsStillAnswered(Stores kind) {
    TestServer server = kind.shared();
    String id = SomeFacts.newId();
    server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id), SomeFacts.milestone("m")), ANN);
    AgreementStreams streams = new AgreementStreams(server.bean(EventStore.class), server.bean(Durability.class), 1);

    assertThat(streams.durable(new AgreementId(id)).nextSequence()).isEqualTo(2);
    assertThat(streams.durable(new AgreementId(id)).nextSequence()).isEqualTo(2);
    assertThat(streams.durable(new AgreementId("no-such-agreement"))).isEqualTo(Agreement.NONE);
  }
}
