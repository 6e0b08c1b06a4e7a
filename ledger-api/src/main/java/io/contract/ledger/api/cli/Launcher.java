package io.contract.ledger.api.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of {@code ledger.jar}. It starts the command line, or reports that this Java is too old.
 *
 * <p>An execution of its own in the module's {@code pom.xml} compiles it for Java 11, because an older Java cannot even load
 * the other classes. For the same reason it names the other classes only as text.
 */
public final class Launcher {
  private static final int NEEDED = 25;
  private static final int UNUSABLE = 2;
  private static final String COMMAND = "io.contract.ledger.api.cli.LedgerCommand";

  private Launcher() {}

  /**
   * Runs the command line with these arguments, or exits with 2 when this Java is older than 25.
   *
   * @throws Exception whatever the command throws
   */
  public static void main(String[] args) throws Exception {
    int feature = Runtime.version().feature();
    if (feature < NEEDED) {
      System.err.printf(
          "The contract ledger needs Java %d or newer; this is Java %d (%s). Install JDK %d and put its bin directory first on PATH, or call its java by its path.%n",
          NEEDED, feature, System.getProperty("java.home"), NEEDED);
      System.exit(UNUSABLE);
    }
    try {
      Class.forName(COMMAND).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      if (cause instanceof Exception) {
        throw (Exception) cause;
      }
      throw (Error) cause;
    }
  }
}
