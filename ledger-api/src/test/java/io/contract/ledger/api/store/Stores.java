package io.contract.ledger.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The databases that every test of the store runs on. */
public enum Stores {
  H2 {
    @Override
    public Place create() throws IOException {
      Path directory = Files.createTempDirectory("ledger-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return more -> TestServer.behind(TestServer.onFile(directory.resolve("data")), more);
    }

    @Override
    public TestServer whole() throws IOException {
      Path directory = Files.createTempDirectory("ledger-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return TestServer.whole(directory.resolve("data"));
    }
  },
  POSTGRES {
    @Override
    public Place create() throws SQLException {
      String url = EmbeddedDatabase.create();
      return more -> TestServer.behind(TestServer.onPostgres(url), more);
    }

    @Override
    public TestServer whole() throws SQLException {
      return TestServer.wholeOnPostgres(EmbeddedDatabase.create());
    }
  };

  private static final Map<Stores, TestServer> SHARED = new EnumMap<>(Stores.class);

  /** A store on which servers can be started one after the other. */
  @FunctionalInterface
  public interface Place {
    TestServer start(String... more);
  }

  /** A new, empty store. */
  public abstract Place create() throws IOException, SQLException;

  /** The whole server on a new, empty store. */
  public abstract TestServer whole() throws IOException, SQLException;

  /** A server that tests with agreements of their own share. */
  public TestServer shared() {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(this, kind -> kind.start());
    }
  }

  private TestServer start() {
    try {
      return create().start();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
