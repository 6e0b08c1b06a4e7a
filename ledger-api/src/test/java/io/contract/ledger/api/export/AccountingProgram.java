package io.contract.ledger.api.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program of others, run as people run it: what it says of a file, and the balances it comes to. */
enum AccountingProgram {
  HLEDGER(JournalFormat.HLEDGER, "hledger",
      List.of("hledger", "check", "--strict", "-f", "FILE"),
      List.of("hledger", "balance", "--flat", "--no-total", "-O", "csv", "-f", "FILE")),
  LEDGER(JournalFormat.LEDGER, "ledger",
      List.of("ledger", "--args-only", "--pedantic", "-f", "FILE", "balance"),
      List.of("ledger", "--args-only", "-f", "FILE", "balance", "--flat", "--no-total", "--balance-format",
          "%(account),%(amount)\n")),
  BEANCOUNT(JournalFormat.BEANCOUNT, "beancount",
      List.of("bean-check", "--no-cache", "FILE"),
      List.of("bean-query", "--no-errors", "-f", "csv", "FILE",
          "SELECT account, sum(number) AS amount GROUP BY account"));

  private static final Pattern BALANCE =
      Pattern.compile("\"?([A-Z][\\w:-]+)\"?\\s*,\\s*\"?(-?[\\d.]+)( [A-Z]{3})?\"?\\s*");

  private final JournalFormat format;
  private final String debian;
  private final List<String> check;
  private final List<String> balances;

  AccountingProgram(JournalFormat format, String debian, List<String> check, List<String> balances) {
    this.format = format;
    this.debian = debian;
    this.check = check;
    this.balances = balances;
  }

  /** Skips the test where the program is not there, and says how to get it; where all has to run, that is a failure. */
  static void requireAll() {
    for (AccountingProgram program : values()) {
      for (String command : List.of(program.check.getFirst(), program.balances.getFirst())) {
        String missing = command + " is not there; install it with: apt-get install " + program.debian;
        if ("true".equals(System.getenv("CI"))) {
          Assertions.assertTrue(isThere(command), missing);
        }
        Assumptions.assumeTrue(isThere(command), missing);
      }
    }
  }

  private static boolean isThere(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  JournalFormat format() {
    return format;
  }

  /** What is wrong with the file; empty when nothing is. */
  String complaints(Path file) {
    Said said = run(check, file);
    return said.status() == 0 ? "" : said.out();
  }

  /** Every balance that is not zero, by account. */
  Map<String, BigDecimal> balances(Path file) {
    Said said = run(balances, file);
    if (said.status() != 0) {
      throw new AssertionError(this + " failed: " + said.out());
    }
    Map<String, BigDecimal> found = new TreeMap<>();
    said.out().lines().forEach(line -> {
      Matcher matcher = BALANCE.matcher(line);
      if (matcher.matches() && new BigDecimal(matcher.group(2)).signum() != 0) {
        found.put(matcher.group(1), new BigDecimal(matcher.group(2)));
      }
    });
    return found;
  }

  private record Said(int status, String out) {}

  private static Said run(List<String> command, Path file) {
    List<String> words = new ArrayList<>();
    command.forEach(word -> words.add(word.equals("FILE") ? file.toString() : word));
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
