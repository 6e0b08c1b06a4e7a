package io.contract.ledger.api.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets one transaction at a time write to a file of H2, until its commit has been written (ADR 0043). When H2 writes a commit it takes the
 * state of its trees one after another. What another transaction changes meanwhile is then in some trees on the disk and not in others, and
 * if the process ends just then, H2 opens the file with a part of a transaction in it, or without one that a later one builds on.
 *
 * <p>Whoever asks outside a transaction only reads, and does not wait.
 */
final class SingleWriter {

  private final Semaphore turn = new Semaphore(1, true);

  /** The connections, of which one at a time is given to a transaction, until it is closed. */
  DataSource over(DataSource connections) {
    return new DelegatingDataSource(connections) {
      @Override
      public Connection getConnection() throws SQLException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
          return super.getConnection();
        }
        await();
        boolean given = false;
        try {
          Connection connection = endingTurn(super.getConnection());
          given = true;
          return connection;
        } finally {
          if (!given) {
            turn.release();
          }
        }
      }
    };
  }

  private void await() throws SQLException {
    try {
      // A transaction that waits for longer would come too late for its stamp.
      if (!turn.tryAcquire(Stamps.LONGEST.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SQLTransientConnectionException("Others have been writing to the ledger's file for too long.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("The server is stopping.", stopping);
    }
  }

  /** The connection, whose closing ends the turn, however it goes and however often it is closed. */
  private Connection endingTurn(Connection connection) {
    AtomicBoolean ended = new AtomicBoolean();
    return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
        (proxy, method, arguments) -> {
          try {
            return H2File.invoke(connection, method, arguments);
          } finally {
            if (method.getName().equals("close") && ended.compareAndSet(false, true)) {
              turn.release();
            }
          }
        });
  }
}
