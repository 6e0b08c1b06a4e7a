package io.contract.ledger.api.agreementfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changing one expected number in a file worked by hand makes exactly that expectation fail, with a message that names what was
 * found.
 */
class ChangedExpectationTest {

  private static final Path FILES = Path.of("src/test/resources/agreements");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:base|gross|accrued|forgone|paid|waived|settled|outstanding|due|overdue|credit|interest|interestPaid|interestWaived|counted"
              + "|headroom|overage|room|rate|total): (\"-?[0-9.]+\")");
  private static final Pattern DUE = Pattern.compile("dueOn: (\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern SET_BY = Pattern.compile("(?:rate|cap): (\\d)[,}]");

  /** A line of a file in which one number is changed. */
  record Change(Path file, int line, String before, String after, String changedLine) {
    @Override
    public String toString() {
      return file.getFileName() + ":" + (line + 1) + ": " + before + " becomes " + after;
    }
  }

  static Stream<Change> changes() throws IOException {
    List<Change> changes = new ArrayList<>();
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = lines.indexOf("expect:") + 1; i < lines.size(); i++) {
          changes.addAll(changesOf(file, i, lines.get(i)));
        }
      }
    }
    return changes.stream();
  }

  private static List<Change> changesOf(Path file, int line, String text) {
    List<Change> changes = new ArrayList<>();
    if (text.contains("set: {") || text.contains("fixing: {")) {
      // Terms of an amendment that is refused or supposed, or a supposed fixing: nothing is expected to be that number.
      return changes;
    }
    for (Pattern number : List.of(AMOUNT, DUE, SET_BY)) {
      Matcher matcher = number.matcher(text);
      while (matcher.find()) {
        String before = matcher.group(1);
        String after = number.equals(DUE) ? "2029-08-17" : oneMoreThan(before);
        String changed = text.substring(0, matcher.start(1)) + after + text.substring(matcher.end(1));
        changes.add(new Change(file, line, before, after, changed));
      }
    }
    return changes;
  }

  /** A number that is larger by one: an amount in quotes, or the number of an amendment. */
  private static String oneMoreThan(String number) {
    String digits = number.replace("\"", "");
    return number.replace(digits, new BigDecimal(digits).add(BigDecimal.ONE).toPlainString());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void makesExactlyThatExpectationFail(Change change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(change.file()));
    lines.set(change.line(), change.changedLine());
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    AgreementFile file = AgreementFileReader.read("changed.yaml", bytes).file().orElseThrow();

    List<CheckedExpectation> failed = FileRun.of(file).outcomes().stream().filter(outcome -> !outcome.holds()).toList();
    assertThat(failed).extracting(CheckedExpectation::expectation)
        .containsExactly(expectationAt(change.line() + 1, file));
    assertThat(failed.getFirst().in("changed.yaml"))
        .contains("expected " + shown(change.after()) + ", found " + shown(change.before()));
  }

  private static Expectation expectationAt(int line, AgreementFile file) {
    return file.expectations().stream().filter(e -> e.place().line() <= line).reduce((above, below) -> below)
        .orElseThrow();
  }

  /** The number as failures show it. Dates are texts too and are shown in quotes. */
  private static String shown(String number) {
    return number.contains("-") && !number.startsWith("\"") ? '"' + number + '"' : number;
  }
}
