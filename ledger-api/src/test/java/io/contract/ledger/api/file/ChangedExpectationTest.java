package io.contract.ledger.api.file;

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

/** Changing any one expected amount, rate or date of the domain page's example makes exactly that expectation fail. */
class ChangedExpectationTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/agreements/acme-globex.yaml");

  private static final Pattern AMOUNT = Pattern.compile("(?:gross|accrued|forgone|rate): \"([0-9.]+)\"");
  private static final Pattern DUE = Pattern.compile("dueOn: ([0-9-]+)");
  private static final Pattern SET_BY = Pattern.compile("(?:rate|cap): ([01])[,}]");

  /** A line of the example, with one of its numbers changed. */
  record Change(int line, String before, String after, String changedLine) {
    @Override
    public String toString() {
      return "line " + line + ": " + before + " becomes " + after;
    }
  }

  static Stream<Change> changes() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE);
    List<Change> changes = new ArrayList<>();
    for (int i = lines.indexOf("expect:") + 1; i < lines.size(); i++) {
      changes.addAll(changesOf(i, lines.get(i)));
    }
    return changes.stream();
  }

  private static List<Change> changesOf(int line, String text) {
    List<Change> changes = new ArrayList<>();
    for (Pattern number : List.of(AMOUNT, DUE, SET_BY)) {
      Matcher matcher = number.matcher(text);
      while (matcher.find()) {
        String before = matcher.group(1);
        String after = number.equals(DUE) ? "2021-08-17" : new BigDecimal(before).add(BigDecimal.ONE).toPlainString();
        changes.add(new Change(line, before, after,
            text.substring(0, matcher.start(1)) + after + text.substring(matcher.end(1))));
      }
    }
    return changes;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void makesExactlyThatExpectationFail(Change change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(EXAMPLE));
    lines.set(change.line(), change.changedLine());
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    FileRun run = FileRun.of(AgreementFileReader.read("changed.yaml", bytes).file().orElseThrow());

    List<Outcome> failed = run.outcomes().stream().filter(outcome -> !outcome.holds()).toList();
    assertThat(failed).hasSize(1);
    Outcome outcome = failed.getFirst();
    assertThat(outcome.differences()).hasSize(1);
    assertThat(outcome.expectation().place().line()).isBetween(change.line() - 2, change.line() + 1);
    assertThat(outcome.in("changed.yaml"))
        .startsWith("changed.yaml:" + outcome.expectation().place().line() + ": ")
        .contains("expected " + shown(change.after()) + ", found " + shown(change.before()));
  }

  private static String shown(String number) {
    return number.length() == 1 ? number : '"' + number + '"';
  }
}
