package io.contract.ledger.api.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL database: a commit is durable when it returns, as far as the server is set up for it. */
final class PostgresDatabase implements EventDatabase {
  private static final int CONNECTIONS = 16;

  private final HikariDataSource dataSource = new HikariDataSource();
  private final Durability durability;
  private final DataSource administration;

  private PostgresDatabase(LedgerProperties.Store store) {
    dataSource.setJdbcUrl(store.url());
    dataSource.setUsername(store.user());
    dataSource.setPassword(store.password());
    dataSource.setMaximumPoolSize(CONNECTIONS);
    dataSource.setPoolName("ledger");
    // Whatever the server's or the role's default is: nothing is acknowledged that is not on disk.
    dataSource.setConnectionInitSql(
        "select case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end");
    administration = administration(store);
    durability = new Committed(settings());
  }

  /**
   * Connects to the database.
   *
   * @throws StoreUnavailableException when it cannot be reached, or does not let this user in
   */
  static PostgresDatabase open(LedgerProperties.Store store) {
    return new PostgresDatabase(store);
  }

  private Settings settings() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return new Settings(
          show(statement, "fsync"), show(statement, "full_page_writes"), show(statement, "synchronous_commit"));
    } catch (SQLException | RuntimeException e) {
      dataSource.close();
      throw new StoreUnavailableException(
          "The ledger's database, " + says() + ", cannot be reached: " + e.getMessage(), e);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What the server says about its own care. */
  private record Settings(String fsync, String fullPageWrites, String synchronousCommit) {
    boolean areSafe() {
      return fsync.equals("on") && fullPageWrites.equals("on");
    }
  }

  /** Nothing to wait for: the commit did. */
  private record Committed(Settings settings) implements Durability {
    @Override
    public void await() {}

    @Override
    public String says() {
      String found =
          "fsync=" + settings.fsync() + ", full_page_writes=" + settings.fullPageWrites()
              + ", synchronous_commit=" + settings.synchronousCommit();
      return settings.areSafe()
          ? "each commit is on the server's disk before it is acknowledged (" + found + ")"
          : "NOT DURABLE: after a power cut of the database server, acknowledged facts can be lost (" + found + ")";
    }
  }

  @Override
  public DataSource application() {
    return dataSource;
  }

  /** The owner's connections, where the tables are not the server's own user's. */
  private DataSource administration(LedgerProperties.Store store) {
    if (store.ownerUser() == null) {
      return dataSource;
    }
    return new DriverManagerDataSource(
        store.url(), store.ownerUser(), Objects.requireNonNullElse(store.ownerPassword(), ""));
  }

  @Override
  public DataSource administration() {
    return administration;
  }

  @Override
  public String user() {
    String user = dataSource.getUsername();
    return user == null ? "current_user" : "\"" + user.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String folder() {
    return "postgresql";
  }

  @Override
  public String bytes() {
    return "bytea";
  }

  @Override
  public String ids() {
    return "varchar(64) collate \"C\"";
  }

  @Override
  public Durability durability() {
    return durability;
  }

  @Override
  public String says() {
    // Less what follows the question mark: it may hold a password.
    String url = dataSource.getJdbcUrl();
    return "PostgreSQL " + url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
