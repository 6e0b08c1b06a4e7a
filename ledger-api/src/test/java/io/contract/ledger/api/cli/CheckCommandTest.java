package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.cli.text.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} prints its answer and nothing else, and exits with 0, 1 or 2. */
class CheckCommandTest {

  private static final String EXAMPLE = "src/test/resources/agreements/acme-globex.yaml";

  @TempDir
  private Path folder = Path.of("");

  private String example = "";

  @BeforeEach
  void readTheExample() throws IOException {
    example = Files.readString(Path.of(EXAMPLE));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.yaml"), text).toString();
  }

  @Test
  void everythingHolds() {
    assertThat(Ran.ledger("check", EXAMPLE)).isEqualTo(new Ran(0, "5 of 5 expectations hold\n", ""));
  }

  @Test
  void severalFilesAreCountedTogether() {
    assertThat(Ran.ledger("check", EXAMPLE, "src/test/resources/agreements/cap-lowered.yaml"))
        .isEqualTo(new Ran(0, "8 of 8 expectations hold\n", ""));
  }

  @Test
  void aFailedExpectationIsOneLineWithBothSides() throws IOException {
    String file = file(example.replace("accrued: \"1000.00\"", "accrued: \"1000.01\""));
    assertThat(Ran.ledger("check", file))
        .isEqualTo(
            new Ran(
                1,
                file
                    + ":41: the cap cuts the second quarter: accrued expected \"1000.01\", found \"1000.00\"\n"
                    + "4 of 5 expectations hold\n",
                ""));
  }

  @Test
  void aRefusedFactIsNamedWithItsPlaceAndReason() throws IOException {
    String file = file(example.replace("valueOn: 2021-07-19", "valueOn: 2021-07-29"));
    Ran ran = Ran.ledger("check", file);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith(file + ":26:93: /history/2/payment/valueOn: refused as date-in-future: ")
        .endsWith("; 1 fact is refused\n");
  }

  @Test
  void ofARefusedAgreementOnlyTheReasonIsSaid() throws IOException {
    String file = file(example.replace("payer: acme\n", "payer: acne\n"));
    Ran ran = Ran.ledger("check", file);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out().lines())
        .satisfiesExactly(
            refusal -> assertThat(refusal).contains("refused as unknown-party: payer 'acne' is not a party"),
            rest -> assertThat(rest)
                .isEqualTo(file + ": the agreement itself is refused, so that nothing can be expected to hold"),
            sum -> assertThat(sum).isEqualTo("0 of 5 expectations hold; 1 fact is refused"));
  }

  @Test
  void anUnreadableFileEndsWithTwo() throws IOException {
    String file = file(example.replace("amount: \"500.00\"", "amount: 500.00").replace("title: First", "titel: First"));
    Ran ran = Ran.ledger("check", file);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .satisfiesExactly(
            amount -> assertThat(amount).startsWith(file + ":24:89: ").contains("500.00 is unquoted"),
            missing -> assertThat(missing).startsWith(file + ":31:7: /history/4/amendment/title: 'title' is required"),
            unknown -> assertThat(unknown).startsWith(file + ":32:7: /history/4/amendment/titel: "));
  }

  @Test
  void aMissingFileEndsWithTwoAndTheOthersAreStillChecked() {
    assertThat(Ran.ledger("check", "nope.yaml", EXAMPLE))
        .isEqualTo(new Ran(2, "5 of 5 expectations hold\n", "nope.yaml: there is no such file\n"));
  }

  @Test
  void jsonForPrograms() throws IOException {
    Ran ran = Ran.ledger("check", "--json", file(example.replace("status: due-later", "status: due")));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(io.contract.ledger.api.json.JsonText.read(ran.out()).toString())
        .contains("holds=false, held=4, of=5")
        .contains("expected={clause=\"share\", period=\"2021-Q2\", status=\"due\"}")
        .contains("found={clause=\"share\", period=\"2021-Q2\", status=\"due-later\"}");
  }

  /** A file of 33 MB, whose text alone would not fit into the memory that its 20,000 facts leave of 64 MB. */
  @Test
  void aFileMayBeLargerThanWhatFitsIntoMemory() throws IOException {
    Path file = folder.resolve("long.yaml");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(example.substring(0, example.indexOf("history:")) + "history:\n");
      for (int i = 0; i < 20_000; i++) {
        LocalDate day = LocalDate.of(2021, 1, 1).plusDays(i);
        out.write("  # " + "a note that is no part of the fact ".repeat(42) + "\n  - at: " + day.plusDays(1)
            + "T00:00:00Z\n");
        out.write("    revenue: {id: r" + i + ", stream: net-sales, from: " + day + ", through: " + day
            + ", amount: \"1.00\"}\n");
      }
    }
    assertThat(Files.size(file)).isGreaterThan(30_000_000);
    assertThat(Ran.withHeap("64m", "check", file.toString()))
        .isEqualTo(new Ran(0, "0 of 0 expectations hold\n", ""));
  }

  @Test
  void usage() {
    assertThat(Ran.ledger("check").status()).isEqualTo(2);
    assertThat(Ran.ledger("chek"))
        .isEqualTo(
            new Ran(2, "", """
                Unmatched argument at index 0: 'chek'
                Did you mean check?
                What can be said: java -jar ledger.jar --help
                """));
    assertThat(Ran.ledger("position"))
        .isEqualTo(
            new Ran(2, "", """
                Missing required parameter: 'AGREEMENT'
                What can be said: java -jar ledger.jar position --help
                """));
    assertThat(Ran.ledger("check", "--hepl", EXAMPLE).status()).isEqualTo(2);
    assertThat(Ran.ledger("check", "--help"))
        .satisfies(help -> assertThat(help.status()).isZero())
        .satisfies(help -> assertThat(help.out()).contains("Examples:", "check acme-globex.yaml", "Exit status:"));
    assertThat(Ran.ledger("--help").out()).contains("serve", "check", "load", "position", "obligations");
  }

  @Test
  void aHomeMadeJsonIsJson() {
    String text = "quotes \" backslash \\ tab \t line \n bell \u0007 emoji \uD83D\uDE00";
    io.contract.ledger.value.Value.Tree tree =
        new io.contract.ledger.value.TreeBuilder().put("text", text).put("none", io.contract.ledger.value.Value.NULL)
            .build();
    assertThat(io.contract.ledger.api.json.JsonText.read(Json.write(tree))).isEqualTo(tree);
  }
}
