package io.contract.ledger.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that a test runs. */
public final class Installed {

  private Installed() {}

  /**
   * Goes on where the program is there. Else it skips the test and says how to get it; where all has to run, that is a failure.
   *
   * @param install the line that installs it on Debian
   */
  public static void require(String program, String install) {
    String missing = program + " is not there; install it with: " + install;
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(isThere(program), missing);
    }
    Assumptions.assumeTrue(isThere(program), missing);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
