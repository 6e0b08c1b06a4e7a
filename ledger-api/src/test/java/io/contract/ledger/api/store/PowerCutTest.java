package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.ledger.Concurrently;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that was waited for is still there after a power cut. A commit that was not waited for need not be. */
class PowerCutTest {

  @TempDir
  private Path directory;

  @BeforeEach
  void watchSyncs() {
    PowerCut.register();
  }

  @Test
  void whatWasWaitedForIsThereAfterAPowerCut() {
    Path data = directory.resolve("data");
    AtomicInteger cuts = new AtomicInteger();
    try (H2Database database = H2Database.open(data, PowerCut.SCHEME + ":")) {
      run(database, "create table fact (id int primary key)");
      database.durability().await();

      List<Boolean> found =
          Concurrently.call(
              4,
              8,
              (thread, turn) -> {
                int id = thread * 100 + turn;
                run(database, "insert into fact values (" + id + ")");
                database.durability().await();
                // The copy may be from a later moment, but never from an earlier one.
                return isThereAfterPowerCut(data, "cut" + cuts.incrementAndGet(), id);
              });

      assertThat(found).hasSize(32).containsOnly(true);
    }
  }

  /** Without this, the test above would prove nothing. */
  @Test
  void whatWasOnlyCommittedIsNot() {
    Path data = directory.resolve("data");
    try (H2Database database = H2Database.open(data, PowerCut.SCHEME + ":")) {
      run(database, "create table fact (id int primary key)");
      database.durability().await();
      run(database, "insert into fact values (1)");

      assertThat(isThereAfterPowerCut(data, "before", 1)).isFalse();
      database.durability().await();
      assertThat(isThereAfterPowerCut(data, "after", 1)).isTrue();
    }
  }

  private boolean isThereAfterPowerCut(Path data, String name, int id) {
    Path left = PowerCut.after(data, directory.resolve(name));
    try (H2Database reopened = H2Database.open(left);
        Connection connection = reopened.administration().getConnection();
        PreparedStatement query = connection.prepareStatement("select count(*) from fact where id = ?")) {
      query.setInt(1, id);
      try (ResultSet count = query.executeQuery()) {
        return count.next() && count.getInt(1) == 1;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(H2Database database, String sql) {
    try (Connection connection = database.administration().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
