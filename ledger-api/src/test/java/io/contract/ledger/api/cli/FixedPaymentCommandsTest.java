package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixed payments as commands show them. The numbers are worked out in the agreement file {@code fixed-payments.yaml}. */
class FixedPaymentCommandsTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");
  private static final String AGREEMENT = LedgerServer.freshId();

  @TempDir
  static Path folder = Path.of("");

  @BeforeAll
  static void loadAnAgreement() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/agreements/fixed-payments.yaml"));
    Path file = Files.writeString(folder.resolve("a.yaml"), text.replace("id: fixed-payments", "id: " + AGREEMENT));
    assertThat(Ran.ledger("load", SERVER, file.toString()).status()).isZero();
  }

  private static Stream<String> lines(Ran ran) {
    assertThat(ran.status()).as("%s", ran).isZero();
    return ran.out().lines().map(line -> line.replaceAll(" {2,}", " | "));
  }

  @Test
  void aRowThatWasComputedOnNothingShowsNoBase() {
    assertThat(
        lines(Ran.ledger("position", SERVER, AGREEMENT, "--clause", "maintenance", "--effective-on", "2021-04-01")))
        .contains(
            "maintenance: acme owes globex, USD",
            " | 2021-Q1 | 250.00 | 250.00 | 0.00 | 0.00 | 0.00 | 250.00 | 2021-02-20 | overdue",
            " | 2021-Q2 | 250.00 | 250.00 | 0.00 | 0.00 | 0.00 | 250.00 | 2021-04-11 | due-later");
  }

  @Test
  void aRowThatComesWithADayWasNotThereBefore() {
    assertThat(
        lines(
            Ran.ledger("diff", SERVER, AGREEMENT, "--effective-on", "2021-03-31", "--to-effective-on", "2021-04-01",
                "--details")))
        .contains(
            " | maintenance accrued | 250.00 | 500.00",
            " | maintenance periods 2021-Q2 gross | – | 250.00",
            " | maintenance periods 2021-Q2 status | – | due-later");
  }

  @Test
  void aStatementSaysWhatKindOfSumItIs() {
    assertThat(lines(Ran.ledger("statement", SERVER, AGREEMENT, "approval", "1")))
        .contains(" | fixed payment | 5,000.00")
        .anyMatch(line -> line.contains("5,000.00, as the clause fixes it, accrues on 2021-03-10."));
  }
}
