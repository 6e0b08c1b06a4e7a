package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.id.AgreementId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rebuild} opens the store itself. No server may have the store open. */
class RebuildCommandTest {

  @TempDir
  Path folder = Path.of("");

  @Test
  void itMakesTheOverviewAnewWhenNoServerHoldsTheStore() {
    Path data = folder.resolve("data");
    try (TestServer server = TestServer.whole(data)) {
      for (String id : List.of("a", "b", "c")) {
        server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), RecordingOptions.by("test"));
      }
      Ran held = Ran.ledger("rebuild", "--data", data.toString());
      assertThat(held.status()).isEqualTo(2);
      assertThat(held.err()).contains("in use by another process");
    }
    assertThat(Ran.ledger("rebuild", "--data", data.toString()))
        .isEqualTo(new Ran(0, "The overview of 3 agreements was made anew.\n", ""));
    try (TestServer server = TestServer.whole(data)) {
      assertThat(server.agreementIds()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whereThereIsNoLedgerItMakesNone() {
    Path none = folder.resolve("none");
    assertThat(Ran.ledger("rebuild", "--data", none.toString()))
        .isEqualTo(new Ran(2, "", "there is no ledger in " + none + "\n"));
    assertThat(none).doesNotExist();
  }
}
