package io.contract.ledger.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs and fonts of other projects that tests use. */
public final class Installed {

  private static final List<Path> FONTS =
      List.of(
          Path.of("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"),
          Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"));

  private Installed() {}

  /**
   * Returns if the program is installed. If it is not, the test is skipped with a hint how to install it; where every test has
   * to run, the test fails instead.
   *
   * @param install the command that installs it on Debian
   */
  public static void require(String program, String install) {
    require(isThere(program), program, install);
  }

  /** Returns if the fonts are installed in which the tests' names are written, as {@link #require(String, String)} does. */
  public static void requireFonts() {
    require(
        FONTS.stream().allMatch(Files::exists), "a font for names in all scripts",
        "apt-get install -y fontconfig fonts-noto-core fonts-noto-cjk");
  }

  private static void require(boolean isThere, String what, String install) {
    String missing = what + " is not there; install it with: " + install;
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(isThere, missing);
    }
    Assumptions.assumeTrue(isThere, missing);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
