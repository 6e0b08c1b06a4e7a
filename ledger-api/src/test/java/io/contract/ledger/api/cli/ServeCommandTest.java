package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void aMalformedPublicAddressIsSaidInOneSentenceWhereverItIsSet(@TempDir Path folder) {
    for (String wrong : List.of("ledger.example", "not an address", "ftp://ledger.example",
        "https://ledger.example/path")) {
      String said = "'" + wrong
          + "' cannot be the address at which others reach the server. Write one like https://ledger.example,";
      Ran flag = Ran.ledger("serve", "--port", "0", "--data", folder.toString(), "--public-url", wrong);
      assertThat(flag.status()).isEqualTo(2);
      assertThat(flag.err()).startsWith(said).doesNotContain("\tat ");
    }
    Ran environment =
        Ran.withEnvironment(
            Map.of("LEDGER_PUBLICURL", "ledger.example"), "serve", "--port", "0", "--data", folder.toString());
    assertThat(environment.status()).isEqualTo(2);
    assertThat(environment.out() + environment.err())
        .contains("'ledger.example' cannot be the address at which others reach the server.")
        .doesNotContain("Action:", "\tat ");
  }

  @Test
  void aPortThatIsNoneAndAnAddressThatIsNoneAreSaidInOneSentence(@TempDir Path folder) {
    Ran port = Ran.ledger("serve", "--port", "99999", "--data", folder.toString());
    assertThat(port.status()).isEqualTo(2);
    assertThat(port.err()).contains("--port 99999 is none: ports go from 0 to 65535");

    Ran address = Ran.ledger("serve", "--port", "0", "--address", "300.1.1.1", "--data", folder.toString());
    assertThat(address.status()).isEqualTo(2);
    assertThat(address.err()).contains("--address 300.1.1.1 is no address of this machine");
  }
}
