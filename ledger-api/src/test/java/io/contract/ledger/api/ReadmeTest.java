package io.contract.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.cli.Launcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the examples under "Use it" in the README. Their commands are typed in order, at a ledger that has just started with
 * the worked example, and must print the output below them. {@code …} stands for text that is left out. White space does not
 * count.
 *
 * <p>The server takes a free port, and Java starts from the classes under test. Otherwise the commands run as printed.
 */
class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final Pattern COMMAND = Pattern.compile("(curl|java|echo) .*", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("^```\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LISTENING = Pattern.compile("The ledger is at (http://\\S+)");
  private static final String LAUNCHED =
      """
          java() {
            [ "$1 $2" = "-jar ledger-api/target/ledger.jar" ] || { echo "not as the README says it" >&2; return 64; }
            shift 2
            command "$LEDGER_JAVA" -cp "$LEDGER_CLASSPATH" %s "$@"
          }
          """
          .formatted(Launcher.class.getName());
  private static final Map<String, String> PACKAGES = Map.of("curl", "curl", "hledger", "hledger");

  @TempDir
  static Path folder = Path.of("");

  private static Optional<Process> server = Optional.empty();
  private static String address = "";

  /** A command, and the output shown below it; empty when none is shown. */
  private record Example(String typed, String shown) {}

  @BeforeAll
  static void startAsTheReadmeSays() throws IOException {
    Files.createSymbolicLink(folder.resolve("ledger-api"), Path.of("").toAbsolutePath());
    Process started =
        new ProcessBuilder(
            java(), "-cp", classpath(), Launcher.class.getName(), "serve", "--example", "--port", "0", "--data",
            folder.resolve("ledger-data").toString())
            .redirectErrorStream(true)
            .start();
    server = Optional.of(started);
    BufferedReader said = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null && address.isEmpty(); line = said.readLine()) {
      lines.add(line);
      var found = LISTENING.matcher(line);
      address = found.find() ? found.group(1) : "";
    }
    assertThat(address).as("%s", lines).isNotEmpty();
    Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server.isPresent()) {
      server.get().destroy();
      assertThat(server.get().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleSaysWhatIsPrintedBelowIt() throws IOException {
    List<Example> examples = examples();
    assertThat(examples).hasSizeGreaterThan(25);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.typed().lines().findFirst().orElse(""), () -> hold(example)));
  }

  private static void hold(Example example) throws IOException, InterruptedException {
    PACKAGES.forEach((program, name) -> {
      if (Pattern.compile("\\b" + program + " ").matcher(example.typed()).find()) {
        Installed.require(program, "apt-get install -y " + name);
      }
    });
    String printed = ProgressLines.dropped(typed(example.typed()));
    assertThat(Pattern.compile(pattern(example.shown()), Pattern.DOTALL).matcher(squeezed(printed)).matches())
        .as("%s%nshould print%n%s%nand printed%n%s", example.typed(), example.shown(), printed)
        .isTrue();
  }

  /** The code blocks between two headings: each command with its output, unless another command follows directly. */
  private static List<Example> examples() throws IOException {
    String readme = Files.readString(README);
    List<String> blocks =
        BLOCK
            .matcher(readme.substring(readme.indexOf("\n## Use it"), readme.indexOf("\n## Use cases")))
            .results()
            .map(block -> block.group(1))
            .toList();
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (COMMAND.matcher(blocks.get(i)).matches()) {
        boolean isShown = i + 1 < blocks.size() && !COMMAND.matcher(blocks.get(i + 1)).matches();
        examples.add(new Example(blocks.get(i), isShown ? blocks.get(i + 1) : "…"));
      }
    }
    return examples;
  }

  private static String typed(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("printed");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", LAUNCHED + command.replace("http://127.0.0.1:8080", address))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile());
    bash.environment()
        .putAll(Map.of("LEDGER_SERVER", address, "LEDGER_JAVA", java(), "LEDGER_CLASSPATH", classpath(), "LC_ALL",
            "C.UTF-8"));
    assertThat(bash.start().waitFor()).as("%s: %s", command, Files.readString(out)).isZero();
    return Files.readString(out);
  }

  /** A pattern that matches the shown text, whatever its white space. */
  private static String pattern(String shown) {
    return Stream.of(squeezed(shown).split("…", -1)).map(Pattern::quote).reduce((one, next) -> one + ".*?" + next)
        .orElseThrow();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classpath() {
    return System.getProperty("java.class.path");
  }
}
