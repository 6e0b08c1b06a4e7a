package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a server reports and does about its store when it starts. */
@ExtendWith(OutputCaptureExtension.class)
class StoreStartTest {

  @Test
  void itSaysWhichStoreWhereHowDurableAndWhatIsInIt(@TempDir Path directory, CapturedOutput output) {
    Path data = directory.resolve("data");
    try (TestServer server = TestServer.whole(data)) {
      assertThat(server.agreementIds()).isEmpty();
    }
    assertThat(output)
        .contains("Events are kept in H2 file " + data.resolve("ledger.mv.db"))
        .contains("written and fsynced before it is acknowledged")
        .contains("Agreements: 0, events: 0");
    assertThat(output.getOut().lines().filter(line -> !line.isBlank())).as("nothing else is said").hasSize(1);
  }

  @Test
  void itSaysHowDurablePostgresIs(CapturedOutput output) throws Exception {
    try (TestServer server = Stores.POSTGRES.create().start()) {
      assertThat(server.agreementIds()).isEmpty();
    }
    assertThat(output)
        .contains("Events are kept in PostgreSQL postgresql://localhost")
        .contains("fsync=on, full_page_writes=on, synchronous_commit=on");
  }

  @Test
  void aCommitIsDurableEvenWhereTheDatabasesDefaultSaysOtherwise(CapturedOutput output) throws Exception {
    String url = EmbeddedDatabase.create();
    try (TestServer server = TestServer.wholeOnPostgres(url + "&options=-c%20synchronous_commit=off")) {
      assertThat(server.agreementIds()).isEmpty();
    }
    assertThat(output).contains("synchronous_commit=on").doesNotContain("options");
  }

  @Test
  void theDirectoryIsTheOwnersAlone(@TempDir Path directory) throws IOException {
    Path data = directory.resolve("new").resolve("data");
    try (TestServer server = TestServer.whole(data)) {
      assertThat(server.agreementIds()).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
  }

  @Test
  void aStoreThatIsInUseIsSaidToBe(@TempDir Path directory, CapturedOutput output) throws IOException {
    // Holds the file as the process of another server would.
    try (FileChannel file =
        FileChannel.open(
            directory.resolve("ledger.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      StoreUnavailableException refused = startOn(directory);

      assertThat(held.isValid()).isTrue();
      assertThat(refused).hasMessageContaining(directory.toString()).hasMessageContaining("in use by another process");
      assertThat(output).as("the command says it").doesNotContain("in use by another process", "\tat ");
    }
  }

  @Test
  void aPathThatH2CannotTakeIsSaidToBe(@TempDir Path directory) {
    assertThat(startOn(directory.resolve("a;b"))).hasMessageContaining("';'");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidToBe() {
    StoreUnavailableException refused =
        catchThrowableOfType(
            StoreUnavailableException.class,
            () -> TestServer.wholeOnPostgres("jdbc:postgresql://localhost:1/ledger?connectTimeout=1&password=secret"));
    assertThat(refused).hasMessageContaining("cannot be reached");
    assertThat(refused.getMessage()).doesNotContain("secret");
  }

  private static StoreUnavailableException startOn(Path data) {
    return catchThrowableOfType(StoreUnavailableException.class, () -> TestServer.whole(data));
  }
}
