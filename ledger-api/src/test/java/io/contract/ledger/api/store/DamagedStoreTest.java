package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A file that is cut off, is of another kind, or is from a later version is recognized at the start and reported in one
 * sentence.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedStoreTest {

  private static final int EVENTS = 301;
  private static final int CUTS = 12;

  @TempDir
  private static Path folder = Path.of("");

  private byte[] whole = new byte[0];

  @BeforeAll
  void recordAndClose() throws IOException {
    Path data = folder.resolve("whole");
    try (TestServer server = TestServer.whole(data)) {
      server.ledger().record(new AgreementId("a"), List.of(SomeFacts.agreement("a")), RecordingOptions.by("ann"));
      for (int i = 0; i < 3; i++) {
        int hundred = i;
        List<Fact> facts =
            IntStream.range(0, 100).mapToObj(n -> SomeFacts.milestone("m" + hundred + "-" + n)).toList();
        server.ledger().record(new AgreementId("a"), facts, RecordingOptions.by("ann"));
      }
    }
    whole = Files.readAllBytes(data.resolve("ledger.mv.db"));
    assertThat(Files.readString(data.resolve("ledger.head"))).isEqualTo(EVENTS + "\n");
  }

  @Test
  void whereverItIsCutOffItIsRefusedOrWhole() throws IOException {
    List<String> said = new ArrayList<>();
    for (int cut = 1; cut < CUTS; cut++) {
      Path data = copy("cut-" + cut, Arrays.copyOf(whole, (int) ((long) whole.length * cut / CUTS)));
      said.add(cut + "/" + CUTS + ": " + opened(data));
    }
    said.add("less one byte: " + opened(copy("cut-one", Arrays.copyOf(whole, whole.length - 1))));
    said.forEach(System.out::println);
    assertThat(said)
        .allMatch(line -> line.matches(".*: (" + EVENTS + " events|.*(damaged|has lost events|not this ledger's).*)"));
    assertThat(said).as("some cuts are seen").anyMatch(line -> !line.endsWith(" events"));
  }

  @Test
  void anEmptyFileWhereThereWereEventsHasLostThem() throws IOException {
    assertThat(opened(copy("empty", new byte[0]))).contains("has lost events: there were 301");
  }

  @Test
  void aFileOfSomethingElseIsSaidToBe(CapturedOutput output) throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    Path data = copy("noise", noise);
    assertThat(opened(data)).contains("ledger.mv.db is damaged, or no database at all");
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void anotherProgramsDatabaseIsSaidToBe(CapturedOutput output) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + other.resolve("ledger"), "them", "theirs");
        Statement statement = connection.createStatement()) {
      statement.execute("create table theirs (id int)");
    }
    assertThat(opened(other)).contains("is a database of something else than this ledger");
    Path same = Files.createDirectory(folder.resolve("same-user"));
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + same.resolve("ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table theirs (id int)");
    }
    assertThat(opened(same)).contains("is not this ledger's");
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void whatALaterVersionHasMadeIsLeftToIt(CapturedOutput output) throws Exception {
    Path data = copy("later", whole);
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + data.resolve("ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      addMigration(statement);
    }
    assertThat(opened(data)).contains("was made by a newer version of the ledger");
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void aStoreFromBeforeThereWasAHeadIsTakenAsItIs() throws IOException {
    Path data = copy("before", whole);
    Files.delete(data.resolve("ledger.head"));
    assertThat(opened(data)).isEqualTo(EVENTS + " events");
    assertThat(data.resolve("ledger.head")).hasContent("" + EVENTS);
  }

  private static void addMigration(Statement statement) throws SQLException {
    statement.execute(
        "insert into \"flyway_schema_history\" select 999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true");
  }

  private static Path copy(String name, byte[] file) throws IOException {
    Path data = Files.createDirectory(folder.resolve(name));
    Files.write(data.resolve("ledger.mv.db"), file);
    Files.copy(folder.resolve("whole/ledger.head"), data.resolve("ledger.head"), StandardCopyOption.REPLACE_EXISTING);
    return data;
  }

  /** The number of events that a server finds in the store, or the reason why it does not start. */
  private static String opened(Path data) {
    int[] events = new int[1];
    StoreUnavailableException refused =
        catchThrowableOfType(
            StoreUnavailableException.class,
            () -> {
              try (TestServer server = TestServer.whole(data)) {
                events[0] = Math.toIntExact(server.ledger().find(new AgreementId("a")).orElseThrow().nextSequence());
              }
            });
    return refused == null ? events[0] + " events" : String.valueOf(refused.getMessage());
  }
}
