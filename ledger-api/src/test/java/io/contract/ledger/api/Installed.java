package io.contract.ledger.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of other projects that tests run. */
public final class Installed {

  private Installed() {}

  /**
   * Returns if the program is installed. If it is not, the test is skipped with a hint how to install it; where every test has
   * to run, the test fails instead.
   *
   * @param install the command that installs it on Debian
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
