package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(port.err()).isEqualTo("--port cannot be '99999': ports go from 0 to 65535.\n");
    Ran word = Ran.ledger("serve", "--port", "abc", "--data", folder.toString());
    assertThat(word.status()).isEqualTo(2);
    assertThat(word.err()).isEqualTo("--port cannot be 'abc': ports go from 0 to 65535.\n");

    Ran address = Ran.ledger("serve", "--port", "0", "--address", "300.1.1.1", "--data", folder.toString());
    assertThat(address.status()).isEqualTo(2);
    assertThat(address.err()).contains("--address 300.1.1.1 is no address of this machine");

    // RFC 5737 keeps it for examples: no machine has it.
    Ran elsewhere = Ran.ledger("serve", "--port", "0", "--address", "192.0.2.1", "--data", folder.toString());
    assertThat(elsewhere.status()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("--address 192.0.2.1 is no address of this machine").doesNotContain("in use");
  }

  @Test
  void aDirectoryThatIsInUseIsSaidInOneSentence(@TempDir Path folder) throws IOException {
    // Holds the file as the process of another server would.
    try (FileChannel file =
        FileChannel.open(folder.resolve("ledger.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      saidInOneSentence(
          serve(folder, Map.of()), 1,
          "The ledger in " + folder
              + " is in use by another process, most likely a running server. Ask that one, stop it, or name"
              + " another directory.");
    }
  }

  @Test
  void aPlaceWhereNothingCanBeKeptIsSaidInOneSentence(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    saidInOneSentence(
        serve(file.resolve("data"), Map.of()), 1,
        "The ledger cannot be kept in " + file.resolve("data")
            + ": there is a file of that name. Name another directory with --data.");
  }

  @Test
  void aFileThatIsDamagedIsSaidInOneSentence(@TempDir Path folder) throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    Path file = Files.write(folder.resolve("ledger.mv.db"), noise);
    saidInOneSentence(
        serve(folder, Map.of()), 1,
        file + " is damaged, or no database at all. Put back the last backup, or name another directory.");
  }

  @Test
  void aDatabaseThatIsDownIsSaidInOneSentence(@TempDir Path folder) {
    saidInOneSentence(
        serve(folder, Map.of("LEDGER_STORE_URL", "jdbc:postgresql://localhost:1/ledger?password=secret")), 1,
        "The ledger's database, PostgreSQL postgresql://localhost:1/ledger, cannot be reached: nothing answers there. Start the"
            + " database, or name another with LEDGER_STORE_URL.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      LEDGER_QUESTIONS_LONGEST  | abc  | LEDGER_QUESTIONS_LONGEST cannot be 'abc'; write a time such as 30s.
      LEDGER_QUESTIONS_MOSTROWS | many | LEDGER_QUESTIONS_MOSTROWS cannot be 'many'; write a whole number such as 20000.
      LEDGER_QUESTIONS_MOSTROWS | 0    | ledger.questions.most-rows must be 1 at least, not 0
      LEDGER_FILES_LARGEST      | big  | LEDGER_FILES_LARGEST cannot be 'big'; write a size such as 256MB.
      """)
  void aMalformedSettingIsSaidInOneSentence(String name, String value, String said, @TempDir Path folder) {
    saidInOneSentence(serve(folder, Map.of(name, value)), 2, said);
  }

  private static Ran serve(Path data, Map<String, String> environment) {
    return Ran.withEnvironment(environment, "serve", "--port", "0", "--data", data.toString());
  }

  private static void saidInOneSentence(Ran ran, int status, String said) {
    // What Java itself has to say of libraries is not the ledger's.
    assertThat(ran.err().lines().filter(line -> !line.startsWith("WARNING: "))).containsExactly(said);
    assertThat(ran.out().lines().filter(line -> !line.contains(" INFO "))).as("the log of the start has nothing of it")
        .isEmpty();
    assertThat(ran.status()).isEqualTo(status);
  }
}
