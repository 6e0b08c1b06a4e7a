package io.contract.ledger.api.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A file of H2 that the administrator keeps open, so that it is open with the administrator's settings (ADR 0033). H2 closes a file
 * that it could not write to; it is opened again before anyone else connects, who would open it with H2's own settings. What had been
 * committed before is in it, because every commit is written before it returns.
 */
final class H2File implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

  private final DataSource administration;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile Connection opened;

  /** Opens the file. */
  H2File(DataSource administration) throws SQLException {
    this.administration = administration;
    this.opened = administration.getConnection();
  }

  /** Writes and syncs what is committed. */
  void sync() throws SQLException {
    try (Statement statement = opened.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  /** Connections to the database that the administrator has opened, and to no other. */
  DataSource connecting(DataSource any) {
    return new DelegatingDataSource(any) {
      @Override
      public Connection getConnection() throws SQLException {
        openAgainIfClosed();
        Connection connection = super.getConnection();
        if (!database(connection).equals(database(opened))) {
          connection.close();
          throw closedMeanwhile();
        }
        return whileOpen(connection);
      }
    };
  }

  /**
   * The connection as long as its file is open. H2 rolls a transaction back by reading its file, and waits for ever when the file has
   * been closed in between; nothing of the transaction is in the file, so there is nothing to roll back.
   */
  private static Connection whileOpen(Connection connection) {
    Database database = database(connection);
    return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
        (proxy, method, arguments) -> {
          if (!isClosed(database)) {
            return invoke(connection, method, arguments);
          }
          return switch (method.getName()) {
            case "isClosed" -> true;
            case "rollback", "close" -> null;
            default -> throw closedMeanwhile();
          };
        });
  }

  private static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private static SQLException closedMeanwhile() {
    return new SQLNonTransientConnectionException("The ledger's file was closed at this moment.");
  }

  /** Opens the file again if H2 has closed it. */
  void openAgainIfClosed() throws SQLException {
    if (!isClosed(database(opened))) {
      return;
    }
    opening.lock();
    try {
      Database closed = database(opened);
      if (!isClosed(closed)) {
        return;
      }
      if (!closed.isClosing()) {
        endQuietly(closed);
      }
      opened = administration.getConnection();
    } finally {
      opening.unlock();
    }
  }

  /** Lets go of a database whose file is closed, so that the next connection opens the file. */
  private static void endQuietly(Database closed) {
    try {
      closed.shutdownImmediately();
    } catch (DbException itIsClosed) {
      LOG.debug("the database has been closed", itIsClosed);
    }
  }

  private static boolean isClosed(Database database) {
    return database.isClosing() || database.getStore().getMvStore().isClosed();
  }

  private static Database database(Connection connection) {
    return ((SessionLocal) ((JdbcConnection) connection).getSession()).getDatabase();
  }

  @Override
  public void close() throws SQLException {
    opened.close();
  }
}
