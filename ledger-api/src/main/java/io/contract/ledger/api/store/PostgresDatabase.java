package io.contract.ledger.api.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL database. A commit is durable when it returns, provided that the server's settings make it so. */
final class PostgresDatabase implements EventDatabase {
  private static final int CONNECTIONS = 16;

  /** How long a request waits for a connection before it is told that the store cannot be reached. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);

  /** After what time without an answer a connection counts as lost, as when the network is cut. */
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(60);

  private final HikariDataSource dataSource;

  /** One connection apart, so that questions settle also while writers have all others. */
  private final HikariDataSource settling;
  private final Durability durability;
  private final DataSource administration;

  private PostgresDatabase(LedgerProperties.Store store) {
    dataSource = connections(store, CONNECTIONS, "ledger");
    settling = connections(store, 1, "ledger-settling");
    settling.setMinimumIdle(0);
    administration = administration(store);
    durability = new Committed(settings());
  }

  private static HikariDataSource connections(LedgerProperties.Store store, int most, String name) {
    HikariDataSource connections = new HikariDataSource();
    connections.setJdbcUrl(store.url());
    connections.setUsername(store.user());
    connections.setPassword(store.password());
    connections.setMaximumPoolSize(most);
    connections.setPoolName(name);
    connections.setConnectionTimeout(LONGEST_WAIT.toMillis());
    connections.setValidationTimeout(LONGEST_WAIT.toMillis() / 2);
    connections.addDataSourceProperty("connectTimeout", "1");
    connections.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_STATEMENT.toSeconds()));
    connections.addDataSourceProperty("tcpKeepAlive", "true");
    // Set whatever the server or the role has by default, so that nothing is acknowledged before it is on disk.
    connections.setConnectionInitSql(
        "select case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end");
    return connections;
  }

  /**
   * Connects to the database.
   *
   * @throws StoreUnavailableException when the server cannot be reached, or when it refuses the user
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
      close();
      throw new StoreUnavailableException("The ledger's database, " + says() + ", cannot be reached: " + reason(e), e);
    }
  }

  /** Why it cannot be reached and what to do. The texts of the libraries speak of their pools, and may repeat the URL. */
  private static String reason(Exception failure) {
    String state =
        CauseChain.of(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast)
            .map(SQLException::getSQLState).filter(Objects::nonNull)
            .reduce("", (_, last) -> last);
    return switch (state.length() < 2 ? state : state.substring(0, 2)) {
      case "" -> "LEDGER_STORE_URL is none of PostgreSQL. Write one such as jdbc:postgresql://localhost/ledger.";
      case "08" -> "nothing answers there. Start the database, or name another with LEDGER_STORE_URL.";
      case "28" -> "it refuses the user. Give LEDGER_STORE_USER and LEDGER_STORE_PASSWORD as the database has them.";
      case "3D" -> "it has no database of that name. Create it, or name another with LEDGER_STORE_URL.";
      case "57" -> "it is starting or stopping. Start the ledger again when it is up.";
      case "53" -> "it has too many connections, or no space. Start the ledger again when it has some.";
      default -> "it answers with SQL state " + state + ", which its documentation explains.";
    };
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  /** The server's settings that decide whether a commit is durable. */
  private record Settings(String fsync, String fullPageWrites, String synchronousCommit) {
    boolean areSafe() {
      return fsync.equals("on") && fullPageWrites.equals("on");
    }
  }

  /** Never waits: the commit itself was durable. */
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

  /** The connections of the tables' owner, if that is not the server's own user. */
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
  public LedgerClock clock(JdbcClient jdbc, InstantSource machine) {
    return new DatabaseClock(jdbc, settling);
  }

  @Override
  public String says() {
    // Without the part after the question mark, which may hold a password.
    String url = dataSource.getJdbcUrl();
    return "PostgreSQL " + url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
  }

  @Override
  public void close() {
    settling.close();
    dataSource.close();
  }
}
