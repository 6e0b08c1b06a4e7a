package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code statement} lists statements, shows one, and writes it as PDF or as a page. The expected numbers are worked out in the
 * agreement file.
 */
class StatementCommandTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");
  private static final String AGREEMENT = LedgerServer.freshId();

  @TempDir
  static Path folder = Path.of("");

  @BeforeAll
  static void loadTheCase() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/agreements/statements-under-a-cap.yaml"));
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, text.replace("id: statements-under-a-cap", "id: " + AGREEMENT));
    assertThat(Ran.ledger("load", SERVER, file.toString()).status()).isZero();
  }

  private static List<String> lines(Ran ran) {
    return ran.out().lines().map(line -> line.replaceAll(" {2,}", " | ")).toList();
  }

  @Test
  void theListHasWhatEachSays() {
    Ran ran = Ran.ledger("statement", SERVER, AGREEMENT);
    assertThat(ran.status()).as("%s", ran).isZero();
    assertThat(lines(ran))
        .contains(
            " | clause | no. | period | issued on | due on | payer | payee | accrued | adjustments | total | event",
            " | share | 1 | 2021-Q1 | 2021-04-20 | 2021-05-17 | acme | globex | 940.00 | 940.00 | 2",
            " | share | 3 | 2021-Q3 | 2021-10-20 | 2021-11-15 | acme | globex | 0.00 | 2021-Q1 -20.00, 2021-Q2 20.00 | 0.00 | 7");
    assertThat(Ran.ledger("statement", SERVER, AGREEMENT, "share", "--effective-on", "2021-04-19").out())
        .endsWith("\n  none\n");
    assertThat(Ran.ledger("statement", SERVER, AGREEMENT, "--json").out()).startsWith("{\n  \"agreement\"");
  }

  @Test
  void oneIsShownWithItsReasons() {
    Ran ran = Ran.ledger("statement", SERVER, AGREEMENT, "share", "3");
    assertThat(ran.status()).as("%s", ran).isZero();
    assertThat(lines(ran))
        .contains(
            "statement 3 of share for 2021-Q3: acme owes globex, USD",
            " | share of 2021-Q3 | 0.00",
            " | adjustment of 2021-Q1 | -20.00 | 920.00 now, 940.00 stated and adjusted",
            " | adjustment of 2021-Q2 | 20.00 | 80.00 now, 60.00 stated and adjusted",
            " | event 5: report q1 restated to 4,600.00",
            " | total | 0.00 | due on 2021-11-15",
            " | 1 | 2021-07-01 – 2021-09-30 | 100.00 | 0.20 | 20.00 | 20.00 | 0.00",
            " | nothing had been settled or waived by then",
            " | cap counted | 1,000.00",
            " | outstanding | 1,000.00");
    Ran json = Ran.ledger("statement", SERVER, AGREEMENT, "share", "3", "--json");
    assertThat(Fields.of(JsonText.read(json.out())).text("total")).isEqualTo("0.00");
  }

  @Test
  void itIsWrittenAsPdfAndAsAPage() throws IOException {
    Path pdf = folder.resolve("three.pdf");
    Path html = folder.resolve("three.html");
    Ran ran =
        Ran.ledger("statement", SERVER, AGREEMENT, "share", "3", "--pdf", pdf.toString(), "--html", html.toString());
    assertThat(ran).isEqualTo(new Ran(0, pdf + " written\n" + html + " written\n", ""));
    assertThat(new String(Files.readAllBytes(pdf), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").contains("Statement 3 for 2021-Q3");
  }

  @Test
  void whatIsRefusedLeavesNoFileBehind() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path pdf = empty.resolve("nine.pdf");
    Ran ran = Ran.ledger("statement", SERVER, AGREEMENT, "share", "9", "--pdf", pdf.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).startsWith("clause 'share' has no statement 9 issued by ").contains("(unknown-fact)");
    try (var files = Files.list(empty)) {
      assertThat(files).isEmpty();
    }
    assertThat(Ran.ledger("statement", SERVER, AGREEMENT, "--pdf", pdf.toString()))
        .isEqualTo(new Ran(2, "", "say which statement is to be written: its CLAUSE and NUMBER\n"));
    assertThat(Ran.ledger("statement", SERVER, AGREEMENT, "share", "first").status()).isEqualTo(2);
    assertThat(Ran.ledger("statement", "--help").out()).contains("Usage: ledger statement", "--pdf=FILE",
        "Exit status");
  }
}
