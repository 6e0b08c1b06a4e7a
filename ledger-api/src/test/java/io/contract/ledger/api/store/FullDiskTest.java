package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2 closes a file in which it cannot write. Once there is space, the store is open again, with everything acknowledged in it. */
class FullDiskTest {

  private static final int TRIES = 200;
  private static final long PAUSE_NANOS = 50_000_000;

  @TempDir
  private Path directory;

  private final List<Integer> acknowledged = new ArrayList<>();
  private final List<Exception> refused = new ArrayList<>();

  @BeforeEach
  void watchWrites() {
    PowerCut.register();
  }

  @AfterEach
  void makeSpace() {
    PowerCut.full(false);
    PowerCut.failToSync(false);
  }

  @Test
  void afterTheDiskWasFullItGoesOnByItselfAndNothingAcknowledgedIsLost() throws SQLException {
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      IntStream.range(0, 20).forEach(id -> assertThat(record(database, id)).as("before").isEmpty());

      PowerCut.full(true);
      assertThat(record(database, 100)).as("no space").isPresent();
      assertThat(record(database, 101)).as("still none").isPresent();
      PowerCut.full(false);

      goesOn(database, 200);
      assertThat(record(database, 500)).as("afterwards").isEmpty();

      assertThat(ids(database)).containsAll(acknowledged).doesNotHaveDuplicates();
      assertThat(acknowledged).hasSize(22);
      assertThat(
          text(database, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"))
          .as("every commit is still written before it returns").containsOnly("0");
    }
    try (H2Database reopened = H2Database.open(directory.resolve("data"))) {
      assertThat(ids(reopened)).as("after another start").containsAll(acknowledged);
    }
  }

  @Test
  void aFileThatCouldNotBeWrittenIsReadUntilItCan() throws SQLException {
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      assertThat(record(database, 1)).isEmpty();
      Connection underWay = inTransaction(database, 2);

      PowerCut.full(true);
      assertThat(record(database, 3)).as("H2 closes the file").isPresent();
      underWay.rollback();
      for (int id = 10; id < 40; id++) {
        assertThat(answered(database)).as("a question is answered, and what it sees is durable").containsExactly(1);
        assertThat(record(database, id)).as("tried in vain, once a second").isPresent();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      PowerCut.full(false);

      goesOn(database, 200);
      assertThat(answered(database)).containsExactlyElementsOf(acknowledged);
    }
  }

  /** The ids as a question of the application finds them, once they are durable. It is asked again while the file is opened. */
  private static List<Integer> answered(H2Database database) throws SQLException {
    for (int attempt = 1; true; attempt++) {
      try (Connection connection = database.application().getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select id from fact order by id")) {
        List<Integer> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
        database.durability().await();
        return found;
      } catch (SQLException | StoreUnavailableException notYet) {
        assertThat(StoreFailure.of(notYet)).contains(StoreFailure.UNREACHABLE);
        assertThat(attempt).as("attempts; the last met %s", notYet).isLessThan(TRIES);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  @Test
  void afterASyncFailedNothingIsAcknowledgedAnyMoreEvenIfTheFileIsOpenedAgain() throws SQLException {
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      assertThat(record(database, 1)).isEmpty();

      PowerCut.failToSync(true);
      assertThat(record(database, 2)).as("the sync fails").isPresent();
      PowerCut.failToSync(false);
      assertThat(record(database, 3)).as("it may have lost what it did not write").isPresent();

      PowerCut.full(true);
      assertThat(record(database, 4)).as("H2 closes the file").isPresent();
      PowerCut.full(false);
      for (int id = 5; id < 8; id++) {
        assertThat(record(database, id)).as("opened again, and still not trusted").isPresent();
      }
      assertThatThrownBy(() -> database.durability().requireSpace()).hasMessageContaining("until it is restarted");
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aTransactionThatWasUnderWayEndsAndHoldsUpNobody() throws SQLException {
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      Connection committed = inTransaction(database, 1);
      Connection rolledBack = inTransaction(database, 2);

      PowerCut.full(true);
      assertThatThrownBy(committed::commit).satisfies(failed -> assertThat(StoreFailure.of(failed)).isPresent());
      rolledBack.rollback();
      assertThatThrownBy(rolledBack::createStatement)
          .satisfies(failed -> assertThat(StoreFailure.of(failed)).isPresent());
      for (Connection ended : List.of(committed, rolledBack)) {
        assertThatThrownBy(ended::close).satisfies(failed -> assertThat(StoreFailure.of(failed)).isPresent());
      }
      PowerCut.full(false);

      goesOn(database, 3);
      assertThat(ids(database)).containsExactlyElementsOf(acknowledged);
    }
  }

  @Test
  void aBatchThatFindsNoSpaceIsKnownForWhatItIs() throws SQLException {
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      Connection connection = database.application().getConnection();
      connection.setAutoCommit(true);
      PreparedStatement insert = connection.prepareStatement("insert into fact values (7, 'in a batch')");
      insert.addBatch();

      PowerCut.full(true);
      assertThatThrownBy(insert::executeBatch).isInstanceOf(BatchUpdateException.class)
          .satisfies(failed -> assertThat(CauseChain.of(failed)).hasAtLeastOneElementOfType(MVStoreException.class))
          .satisfies(failed -> assertThat(StoreFailure.of(failed)).as("%s", failed).isPresent());
      PowerCut.full(false);
      assertThatThrownBy(connection::close).satisfies(failed -> assertThat(StoreFailure.of(failed)).isPresent());
      goesOn(database, 200);
    }
  }

  @Test
  void questionsAboutThisMomentAreAnsweredAndWhatIsRecordedAfterARestartIsLater() throws SQLException {
    Instant noon = Instant.parse("2022-03-01T12:00:00Z");
    AtomicReference<Instant> now = new AtomicReference<>(noon);
    try (H2Database database = H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":")) {
      createTable(database);
      run(database.administration(), "create table ledger_clock (bound bigint not null)");
      run(database.administration(), "insert into ledger_clock (bound) values (0)");
      LedgerClock clock = database.clock(JdbcClient.create(database.application()), now::get);
      clock.settle(clock.now());

      PowerCut.full(true);
      for (int minute = 1; minute < 10; minute++) {
        now.set(noon.plus(Duration.ofMinutes(minute)));
        assertThatCode(() -> clock.settle(clock.now())).as("minute %s", minute).doesNotThrowAnyException();
      }
      PowerCut.full(false);
    }
    try (H2Database reopened = H2Database.open(directory.resolve("data"))) {
      LedgerClock clock =
          reopened.clock(JdbcClient.create(reopened.application()), () -> noon.minus(Duration.ofHours(1)));
      assertThat(clock.now()).as("the machine's clock was set back meanwhile")
          .isAfter(noon.plus(Duration.ofMinutes(9)));
    }
  }

  @Test
  void aPowerCutAtTheFirstStartLeavesNoClockThatCannotBeRead() throws SQLException, IOException {
    try (H2Database database = H2Database.open(directory.resolve("data"))) {
      run(database.administration(), "create table ledger_clock (bound bigint not null)");
      run(database.administration(), "insert into ledger_clock (bound) values (0)");
      Path reserve = directory.resolve("data").resolve("ledger.clock");
      Files.createFile(reserve);

      assertThat(database.clock(JdbcClient.create(database.application()), Instant::now)).isNotNull();
      assertThat(Files.size(reserve)).isPositive();
    }
  }

  @Test
  void aStartOnAFullDiskSaysSo() {
    // The file system of the directory has space, and H2's has not.
    PowerCut.full(true);
    assertThatThrownBy(() -> H2Database.open(directory.resolve("data"), PowerCut.SCHEME + ":"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "There is no space left for the ledger in " + directory.resolve("data")
                + ", so that it does not start. Make space, then start it again.");
  }

  private static void createTable(H2Database database) throws SQLException {
    run(database.administration(), "create user if not exists ledger password ''");
    run(database.administration(), "create table fact (id int primary key, text varchar)");
    run(database.administration(), "grant select, insert on fact to ledger");
  }

  /** Records from that number on until something is recorded. */
  private void goesOn(H2Database database, int first) {
    int last = first;
    while (record(database, last).isPresent()) {
      last++;
      assertThat(last).as("tries until it goes on; refused by %s", refused.getLast()).isLessThan(first + TRIES);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Records as the server does: looking for space, a commit, and then waiting for it. Returns why it was not acknowledged; empty when it was. */
  private Optional<StoreFailure> record(H2Database database, int id) {
    try {
      database.durability().requireSpace();
      run(database.application(), "insert into fact values (" + id + ", '" + "x".repeat(2_000) + "')");
      database.durability().await();
      acknowledged.add(id);
      return Optional.empty();
    } catch (SQLException | RuntimeException failed) {
      refused.add(failed);
      Optional<StoreFailure> failure = StoreFailure.of(failed);
      assertThat(failure).as("%s", failed).isPresent();
      return failure;
    }
  }

  private static Connection inTransaction(H2Database database, int id) throws SQLException {
    Connection connection = database.application().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("insert into fact values (" + id + ", 'under way')");
    }
    return connection;
  }

  private static List<Integer> ids(H2Database database) throws SQLException {
    return text(database, "select id from fact").stream().map(Integer::valueOf).toList();
  }

  private static List<String> text(H2Database database, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.administration().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void run(DataSource on, String sql) throws SQLException {
    try (Connection connection = on.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
