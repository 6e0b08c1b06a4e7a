package io.contract.ledger.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.store.AgreementStreams;
import io.contract.ledger.api.store.Durability;
import io.contract.ledger.api.store.EventTable;
import io.contract.ledger.api.store.IdempotencyKeyTable;
import io.contract.ledger.api.store.LedgerClock;
import io.contract.ledger.api.store.Overview;
import io.contract.ledger.api.store.StoreUnavailableException;
import io.contract.ledger.api.store.Stores;
import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.id.AgreementId;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

/** Nothing is acknowledged before it is durable. */
class AcknowledgementTest {
  private static final RecordingOptions ANN = RecordingOptions.by("ann");

  private final TestServer server = Stores.H2.shared();
  private final String id = SomeFacts.newId();

  @Test
  void theWaitForDurabilityComesAfterTheCommitAndBeforeTheAnswer() {
    List<String> done = new ArrayList<>();
    Ledger ledger =
        ledger(
            () -> {
              assertThat(server.eventId(id, 0)).as("another connection sees it").isNotEmpty();
              done.add("durable");
            });

    ledger.record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN);
    done.add("acknowledged");
    ledger.record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN);
    done.add("acknowledged again");

    assertThat(done).containsExactly("durable", "acknowledged", "durable", "acknowledged again");
  }

  @Test
  void whatCannotBeMadeDurableIsNotAcknowledged() {
    Ledger ledger =
        ledger(
            () -> {
              throw new StoreUnavailableException("the disk is gone", null);
            });

    assertThatThrownBy(() -> ledger.record(new AgreementId(id), List.of(SomeFacts.agreement(id)), ANN))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private Ledger ledger(Runnable await) {
    Durability durability =
        new Durability() {
          @Override
          public void await() {
            await.run();
          }

          @Override
          public String says() {
            return "";
          }
        };
    return new Ledger(
        server.bean(CommandGateway.class),
        server.bean(AgreementStreams.class),
        server.bean(EventTable.class),
        server.bean(IdempotencyKeyTable.class),
        server.bean(Overview.class),
        durability,
        server.bean(LedgerClock.class));
  }
}
