package io.contract.ledger.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clock of PostgreSQL, for any number of nodes, whatever their own clocks say.
 *
 * <p>Writers stamp in an epoch, a number that only grows, and share the epoch's lock until their transaction has ended ({@code
 * ledger_stamp}). A question begins another epoch and then waits for the locks of the earlier ones. Writers of the new epoch are not
 * held up, and read the clock after the question did. The instant is kept in {@code ledger_clock} before the question is answered. A
 * stamp is later than that, also after the clock was set back and on a server that took over.
 */
final class DatabaseClock implements LedgerClock {

  /** PostgreSQL's state for a lock that was not given in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;
  private final DataSource connections;
  private final ReentrantLock settling = new ReentrantLock();
  private volatile Instant settled = Instant.MIN;

  /**
   * A clock on a database.
   *
   * @param jdbc takes part in the current transaction
   * @param connections do not
   */
  DatabaseClock(JdbcClient jdbc, DataSource connections) {
    this.jdbc = jdbc;
    this.connections = connections;
  }

  @Override
  public Instant now() {
    return instant("select ledger_now()");
  }

  @Override
  public Instant stamp() {
    Stamps.limit();
    return instant("select ledger_stamp()");
  }

  private Instant instant(String sql) {
    return jdbc.sql(sql).query(OffsetDateTime.class).single().toInstant();
  }

  /** One question settles for all that came before it. */
  @Override
  public void settle(Instant instant) {
    if (isSettled(instant)) {
      return;
    }
    boolean first;
    try {
      first = settling.tryLock(Stamps.PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotSettledException(instant);
    }
    if (!first) {
      throw new NotSettledException(instant);
    }
    try {
      if (!isSettled(instant)) {
        settled = settleAll(instant);
      }
    } finally {
      settling.unlock();
    }
  }

  private boolean isSettled(Instant instant) {
    return !settled.isBefore(instant);
  }

  private Instant settleAll(Instant asked) {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Instant until = settle(connection, asked);
        connection.commit();
        return until;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
        throw new NotSettledException(asked);
      }
      throw new StoreUnavailableException("The ledger's database does not answer: " + failed.getMessage(), failed);
    }
  }

  /**
   * Settles all instants until now, or until the one that was asked for if the clock was set back since. Locks of epochs are taken in
   * ascending order, so that two nodes never wait for each other.
   */
  private static Instant settle(Connection connection, Instant asked) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = " + Stamps.PATIENCE.toMillis());
      Instant now;
      long epoch;
      try (ResultSet row = statement.executeQuery("select ledger_now()")) {
        row.next();
        now = row.getObject(1, OffsetDateTime.class).toInstant();
      }
      try (ResultSet row = statement.executeQuery("select nextval('ledger_epoch')")) {
        row.next();
        epoch = row.getLong(1);
      }
      statement.execute(
          "select pg_advisory_xact_lock(ledger_lock(ended)) from generate_series("
              + "(select epoch_ended + 1 from ledger_clock), " + (epoch - 1) + ") ended");
      Instant until = asked.isAfter(now) ? asked : now;
      keep(connection, until, epoch - 1);
      return until;
    }
  }

  private static void keep(Connection connection, Instant until, long ended) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ledger_clock set settled_at = greatest(settled_at, ?), epoch_ended = greatest(epoch_ended, ?)")) {
      update.setObject(1, until.atOffset(ZoneOffset.UTC));
      update.setLong(2, ended);
      update.executeUpdate();
    }
  }
}
