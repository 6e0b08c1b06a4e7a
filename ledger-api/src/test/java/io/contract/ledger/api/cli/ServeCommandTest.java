package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} reports why it does not start. */
class ServeCommandTest {

  @Test
  void aPortThatIsTakenIsSaidInOneSentence(@TempDir Path folder) {
    int port = LedgerServer.address("").getPort();
    Ran ran = Ran.ledger("serve", "--port", Integer.toString(port), "--data", folder.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out() + ran.err())
        .contains("Port " + port + " is in use, perhaps by another ledger. Take another with --port, such as --port "
            + (port + 1) + "; 0 takes a free one.")
        .doesNotContain("Action:", "\tat ");
  }
}
