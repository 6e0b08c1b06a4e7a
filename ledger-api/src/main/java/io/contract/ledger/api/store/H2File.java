package io.contract.ledger.api.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
 * that it could not write to. Then it is opened for reading, which needs no space, and for writing once there is space. What had been
 * committed before is in it, because every commit is written before it returns.
 *
 * <p>Opening a large file takes seconds. One thread does it, and nobody waits for it for longer than a second.
 */
final class H2File implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** How long a file that could not be written is read alone: each try to write to a full disk closes it for questions too. */
  private static final Duration READ_ALONE = Duration.ofSeconds(1);

  private final DataSource forWriting;
  private final DataSource forReading;

  /** Whoever connects shares it, so that nobody opens the file by connecting while it is opened anew. */
  private final ReentrantReadWriteLock connecting = new ReentrantReadWriteLock();

  private volatile Opened opened;

  /** The opening that was begun last. */
  private volatile CompletableFuture<Opened> opening;

  /** What the administrator has open, since when by {@link System#nanoTime}. */
  private record Opened(Connection administrator, boolean isForWriting, long since) {

    Database database() {
      return H2File.database(administrator);
    }

    boolean isClosed() {
      return H2File.isClosed(database());
    }

    /** Whether it is read alone, and it is time to try whether it can be written. */
    boolean mayBeWritten() {
      return !isForWriting && System.nanoTime() - since > READ_ALONE.toNanos();
    }
  }

  /**
   * Opens the file for writing.
   *
   * @param forWriting the administrator's connections, which open the file for writing
   * @param forReading the administrator's connections, which open it for reading alone
   */
  H2File(DataSource forWriting, DataSource forReading) throws SQLException {
    this.forWriting = forWriting;
    this.forReading = forReading;
    this.opened = new Opened(forWriting.getConnection(), true, System.nanoTime());
    this.opening = CompletableFuture.completedFuture(opened);
  }

  /**
   * Syncs what is committed. Every commit has been written when it returns, so that there is nothing to write; writing would disturb a
   * transaction that is under way (ADR 0043).
   */
  void sync() {
    opened.database().getStore().getMvStore().sync();
  }

  /** Connections to the database that the administrator has opened, and to no other. */
  DataSource connecting(DataSource any) {
    return new DelegatingDataSource(any) {
      @Override
      public Connection getConnection() throws SQLException {
        awaitOpen();
        share();
        try {
          Opened now = opened;
          if (now.isClosed()) {
            throw closedMeanwhile();
          }
          Connection connection = super.getConnection();
          if (!database(connection).equals(now.database())) {
            connection.close();
            throw closedMeanwhile();
          }
          return whileOpen(connection);
        } finally {
          connecting.readLock().unlock();
        }
      }
    };
  }

  private void share() throws SQLException {
    try {
      if (!connecting.readLock().tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw beingOpened(null);
      }
    } catch (InterruptedException stopping) {
      throw interrupted(stopping);
    }
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

  /** Passes a call on to the connection. */
  static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
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

  /**
   * Requires that the file is open, if only for reading. If it is not, the opening begins.
   *
   * @throws SQLException when it is not open yet; nobody waits for it
   */
  void requireOpen() throws SQLException {
    if (opened.isClosed()) {
      begin();
      throw closedMeanwhile();
    }
  }

  /** Returns once the file is open, if only for reading. Waits a second at most. */
  void awaitOpen() throws SQLException {
    if (opened.isClosed()) {
      begin();
      awaitOpening();
    }
  }

  /**
   * Opens the file for writing, if it is not. The caller has seen that there is space.
   *
   * @return whether it is; false when it could not be written a second ago, or still cannot
   * @throws SQLException when it cannot be opened, or not within a second
   */
  boolean isOpenForWriting() throws SQLException {
    awaitOpen();
    Opened now = opened;
    if (!now.mayBeWritten()) {
      return now.isForWriting();
    }
    begin();
    return awaitOpening().isForWriting();
  }

  private synchronized void begin() {
    if (opening.isDone()) {
      CompletableFuture<Opened> next = new CompletableFuture<>();
      opening = next;
      Thread.ofVirtual().name("opening").start(() -> openInto(next));
    }
  }

  private Opened awaitOpening() throws SQLException {
    try {
      return opening.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw new SQLNonTransientConnectionException("The ledger's file cannot be opened.", failed.getCause());
    } catch (TimeoutException notYet) {
      throw beingOpened(notYet);
    } catch (InterruptedException stopping) {
      throw interrupted(stopping);
    }
  }

  private static SQLException beingOpened(@Nullable Throwable cause) {
    return new SQLNonTransientConnectionException("The ledger's file is being opened.", cause);
  }

  private static SQLException interrupted(InterruptedException stopping) {
    Thread.currentThread().interrupt();
    return new SQLNonTransientConnectionException("The server is stopping.", stopping);
  }

  private void openInto(CompletableFuture<Opened> next) {
    connecting.writeLock().lock();
    try {
      Opened now = opened;
      if (now.isClosed() || now.mayBeWritten()) {
        end(now.database());
        opened = openAfter(now);
      }
      next.complete(opened);
    } catch (SQLException | RuntimeException | Error failed) {
      next.completeExceptionally(failed);
    } finally {
      connecting.writeLock().unlock();
    }
  }

  private Opened openAfter(Opened before) throws SQLException {
    if (before.mayBeWritten()) {
      try {
        return new Opened(forWriting.getConnection(), true, System.nanoTime());
      } catch (SQLException failed) {
        if (!StoreFailure.of(failed).equals(Optional.of(StoreFailure.FULL))) {
          throw failed;
        }
        LOG.debug("there is no space after all", failed);
      }
    }
    return new Opened(forReading.getConnection(), false, System.nanoTime());
  }

  /** Lets go of a database, so that the next connection opens the file. */
  private static void end(Database database) {
    if (database.isClosing()) {
      return;
    }
    try {
      database.shutdownImmediately();
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

  /** Waits for an opening that is under way. */
  @Override
  public void close() throws SQLException {
    connecting.writeLock().lock();
    try {
      Opened now = opened;
      if (now.isClosed()) {
        end(now.database());
      } else {
        now.administrator().close();
      }
    } finally {
      connecting.writeLock().unlock();
    }
  }
}
