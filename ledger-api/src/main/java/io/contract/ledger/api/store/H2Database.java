package io.contract.ledger.api.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An H2 file that this process has open.
 *
 * <p>By default H2 keeps a committed transaction in memory for half a second before it writes it. {@code WRITE_DELAY=0} writes
 * it at the commit, so that it survives the end of the process. The setting must stand in the URL: if it is set by SQL, it does
 * not survive reopening. After that only the operating system holds the transaction, and {@link GroupSync} syncs the file before any
 * fact is acknowledged. One transaction at a time writes ({@link SingleWriter}).
 *
 * <p>The application connects as a user who may only read and add events. H2 refuses settings in the URL of such a user, so
 * they stand in the URL of the administrator, whose connection opens the database and stays open.
 */
final class H2Database implements EventDatabase, GroupSync.Synced {
  /** What H2 says of a sync that failed by itself. */
  private static final String SYNC_FAILED = "Could not sync";

  private static final String ADMINISTRATOR = "sa";
  private static final String APPLICATION = "ledger";
  private static final int CONNECTIONS = 16;
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);
  private static final long MEGABYTE = 1024 * 1024;

  /**
   * The space that must be free to record anything, in bytes. H2 closes a database in which it cannot write, and needs space to close and
   * open it.
   */
  private static final long LEAST_SPACE = 16 * MEGABYTE;

  private final Path file;
  private final JdbcDataSource administration;
  private final FileStore disk;
  private final H2File opened;
  private final HikariDataSource application;
  private final DataSource forOneWriter;
  private final GroupSync durability;

  private H2Database(Path directory, String scheme) throws SQLException, IOException {
    this.file = directory.resolve("ledger.mv.db");
    String url = "jdbc:h2:" + scheme + directory.resolve("ledger");
    administration = as(ADMINISTRATOR, url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    disk = Files.getFileStore(directory);
    requireFreeSpace();
    opened = new H2File(administration, as(ADMINISTRATOR, url + ";ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE"));
    durability = new GroupSync(this, "each commit is written and fsynced before it is acknowledged");
    application = new HikariDataSource();
    // The pool fills itself on threads of its own; they, too, must not open the file.
    application.setDataSource(opened.connecting(as(APPLICATION, url)));
    application.setConnectionTimeout(LONGEST_WAIT.toMillis());
    application.setMaximumPoolSize(CONNECTIONS);
    application.setPoolName("ledger");
    DataSource whileOpen = new DelegatingDataSource(application) {
      @Override
      public Connection getConnection() throws SQLException {
        opened.awaitOpen();
        Connection connection = super.getConnection();
        while (connection.unwrap(Connection.class).isClosed()) {
          application.evictConnection(connection);
          connection = super.getConnection();
        }
        return connection;
      }
    };
    forOneWriter = new SingleWriter().over(whileOpen);
  }

  private static JdbcDataSource as(String user, String url) {
    JdbcDataSource connections = new JdbcDataSource();
    connections.setURL(url);
    connections.setUser(user);
    connections.setPassword("");
    return connections;
  }

  /**
   * Opens the file in the directory, or creates both. The file is opened in H2's file system {@code retry:}, which reopens a
   * file that Java closed because a thread was interrupted in it. Otherwise one interrupt would close the store for everyone.
   * {@code InterruptTest} guards this.
   *
   * @throws StoreUnavailableException when another process has the file open, or when it cannot be opened
   */
  static H2Database open(Path data) {
    return open(data, "retry:");
  }

  /** Opens as {@link #open(Path)} does, in another of H2's file systems. */
  static H2Database open(Path data, String scheme) {
    Path directory = data.toAbsolutePath().normalize();
    if (directory.toString().indexOf(';') >= 0) {
      throw new StoreUnavailableException("The ledger cannot be kept in " + directory + ": H2 takes no ';' in a path.",
          null);
    }
    try {
      createForOwner(directory);
      requireWritable(directory);
      H2Database database = new H2Database(directory, scheme);
      syncEntry(directory);
      return database;
    } catch (StoreFullException full) {
      throw new StoreUnavailableException(
          "The ledger does not start. " + full.getMessage() + " Make space, then start it again.", full);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          "The ledger cannot be kept in " + directory + ": " + reason(e) + ". Name another directory with --data.", e);
    } catch (SQLException e) {
      throw new StoreUnavailableException(whyNotOpened(directory, e), e);
    }
  }

  private static String whyNotOpened(Path directory, SQLException e) {
    String file = directory.resolve("ledger.mv.db").toString();
    if (StoreFailure.of(e).equals(Optional.of(StoreFailure.FULL))) {
      return "There is no space left for the ledger in " + directory
          + ", so that it does not start. Make space, then start it again.";
    }
    return switch (e.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
        "The ledger in " + directory + " is in use by another process, most likely a running server."
            + " Ask that one, stop it, or name another directory.";
      case ErrorCode.WRONG_USER_OR_PASSWORD ->
        file + " is a database of something else than this ledger. Name another directory.";
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.IO_EXCEPTION_1, ErrorCode.GENERAL_ERROR_1 ->
        file + " is damaged, or no database at all. Put back the last backup, or name another directory.";
      case ErrorCode.FILE_VERSION_ERROR_1 ->
        file + " was written by another version of H2. Use the ledger that wrote it.";
      default -> "The ledger in " + directory + " cannot be opened: " + firstLine(e);
    };
  }

  /** The first line of what H2 says, without its number and version in brackets. */
  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst(" \\[\\d+-\\d+]$", "");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case AccessDeniedException _ -> "this user may not write there";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case NoSuchFileException _ -> "no directory can be made there";
      default -> e.toString();
    };
  }

  /** H2 would open a file that it may not write to, and only read it. */
  private static void requireWritable(Path directory) throws IOException {
    Path file = directory.resolve("ledger.mv.db");
    if (!Files.isWritable(directory) || (Files.exists(file) && !Files.isWritable(file))) {
      throw new AccessDeniedException(directory.toString());
    }
  }

  private static void createForOwner(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(directory);
    }
  }

  /** Syncs a directory: after a power cut a new file exists only if its directory has been synced too. */
  private static void syncEntry(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  /** A sync that failed because the file could not be written to, and was closed, can be tried again on the file opened since. */
  @Override
  public boolean reopen(Exception failure) throws SQLException {
    boolean isOfSyncing =
        CauseChain.of(failure).anyMatch(one -> String.valueOf(one.getMessage()).contains(SYNC_FAILED));
    if (isOfSyncing || StoreFailure.of(failure).isEmpty()) {
      return false;
    }
    opened.requireOpen();
    return true;
  }

  @Override
  public void requireSpace() {
    requireFreeSpace();
    try {
      if (!opened.isOpenForWriting()) {
        throw new StoreFullException(file + " could not be written a moment ago; until it can, it is only read.");
      }
    } catch (SQLException notOpen) {
      throw new StoreUnavailableException(file + " cannot be opened again yet: " + notOpen.getMessage(), notOpen);
    }
  }

  private void requireFreeSpace() {
    try {
      long free = disk.getUsableSpace();
      if (free < LEAST_SPACE) {
        throw new StoreFullException(
            "The disk of " + file + " has " + free / MEGABYTE + " MB free; the ledger records nothing with less than "
                + LEAST_SPACE / MEGABYTE + " MB.");
      }
    } catch (IOException unknown) {
      throw new StoreUnavailableException("The disk of " + file + " cannot be looked at: " + unknown, unknown);
    }
  }

  @Override
  public void sync() {
    opened.sync();
  }

  @Override
  public DataSource application() {
    return forOneWriter;
  }

  @Override
  public DataSource administration() {
    return administration;
  }

  @Override
  public String folder() {
    return "h2";
  }

  @Override
  public String bytes() {
    return "blob";
  }

  @Override
  public String user() {
    return APPLICATION;
  }

  @Override
  public String ids() {
    return "varchar(64)";
  }

  @Override
  public Durability durability() {
    return durability;
  }

  @Override
  public LedgerClock clock(JdbcClient jdbc, InstantSource machine) {
    KeptBound bound =
        new KeptBound(JdbcClient.create(opened.connecting(administration)), file.resolveSibling("ledger.clock"));
    return new ProcessClock(machine, bound.last(), bound::keep);
  }

  @Override
  public Optional<Path> directory() {
    return Optional.ofNullable(file.getParent());
  }

  @Override
  public String says() {
    return "H2 file " + file;
  }

  @Override
  public void close() {
    application.close();
    try {
      opened.close();
    } catch (SQLException e) {
      throw new StoreUnavailableException("The ledger in " + file + " could not be closed: " + e.getMessage(), e);
    }
  }
}
