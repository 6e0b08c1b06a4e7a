package io.contract.ledger.api.export;

import io.contract.ledger.api.Installed;
import io.contract.ledger.api.answer.JournalFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An accounting program of another project, run as people run it: its opinion of a file, and the balances that it computes. */
enum AccountingProgram {
  HLEDGER(JournalFormat.HLEDGER, List.of(
      List.of("hledger", "balance", "--strict", "--flat", "--no-total", "-O", "csv", "-f", "FILE"))),
  LEDGER(JournalFormat.LEDGER, List.of(
      List.of("ledger", "--args-only", "--pedantic", "-f", "FILE", "balance", "--flat", "--no-total",
          "--balance-format", "%(account),%(amount)\n"))),
  BEANCOUNT(JournalFormat.BEANCOUNT, List.of(
      List.of("bean-check", "--no-cache", "FILE"),
      List.of("bean-query", "--no-errors", "-f", "csv", "FILE",
          "SELECT account, sum(number) AS amount GROUP BY account")));

  private static final String INSTALL = "apt-get install -y hledger ledger beancount";
  private static final Pattern BALANCE =
      Pattern.compile("\"?([A-Z][\\w:-]+)\"?\\s*,\\s*\"?(-?[\\d.]+)( [A-Z]{3})?\"?\\s*");

  private final JournalFormat format;
  private final List<List<String>> commands;

  /** All commands check the file. The last of them prints the balances. */
  AccountingProgram(JournalFormat format, List<List<String>> commands) {
    this.format = format;
    this.commands = commands;
  }

  /**
   * The program's opinion of a file.
   *
   * @param complaints its complaints; empty when it has none
   * @param balances the balances other than zero, by account
   */
  record Opinion(String complaints, Map<String, BigDecimal> balances) {}

  /** Returns if all programs are installed. */
  static void requireAll() {
    for (AccountingProgram program : values()) {
      program.commands.forEach(command -> Installed.require(command.getFirst(), INSTALL));
    }
  }

  JournalFormat format() {
    return format;
  }

  /** Runs the program on the file. */
  Opinion on(Path file) {
    String out = "";
    for (List<String> command : commands) {
      Said said = run(command, file);
      if (said.status() != 0) {
        return new Opinion(said.out(), Map.of());
      }
      out = said.out();
    }
    Map<String, BigDecimal> found = new TreeMap<>();
    out.lines().forEach(line -> {
      Matcher matcher = BALANCE.matcher(line);
      if (matcher.matches() && new BigDecimal(matcher.group(2)).signum() != 0) {
        found.put(matcher.group(1), new BigDecimal(matcher.group(2)));
      }
    });
    return new Opinion("", found);
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
