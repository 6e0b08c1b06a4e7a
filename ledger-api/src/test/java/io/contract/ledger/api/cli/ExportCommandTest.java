package io.contract.ledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.api.http.AcmeAndGlobex;
import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.api.ledger.SomeFacts;
import io.contract.ledger.api.store.TestServer;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} writes files that {@code check} and {@code load} accept, from a server or from the store itself. */
class ExportCommandTest {

  private static final String SERVER = "--server=" + LedgerServer.address("");

  private final AcmeAndGlobex agreement = AcmeAndGlobex.recorded();

  @TempDir
  Path folder = Path.of("");

  @Test
  void everyCommandIsDescribedInTheListByWholeSentences() {
    String list = Ran.ledger("--help").out().replaceAll("\\s+", " ");
    assertThat(list)
        .contains("export Writes an agreement with its whole history as a file that loads back to the same history, or"
            + " its revenue shares in double entry");
  }

  @Test
  void whatIsExportedCanBeCheckedAndLoaded() throws IOException {
    agreement.firstQuarter("4700.00");
    Ran exported = Ran.ledger("export", SERVER, agreement.id());
    assertThat(exported).isEqualTo(new Ran(0, agreement.get("/file").text(), ""));
    Path file = folder.resolve("a.yaml");
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--output", file.toString()))
        .isEqualTo(new Ran(0, file + " written\n", ""));
    Path nowhere = folder.resolve("no").resolve("a.yaml");
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--output", nowhere.toString()))
        .isEqualTo(
            new Ran(2, "", nowhere + " cannot be written: there is no directory " + nowhere.getParent() + "\n"));
    assertThat(Files.readString(file)).isEqualTo(exported.out());
    assertThat(Ran.ledger("check", file.toString()).status()).isZero();
    assertThat(Ran.ledger("load", SERVER, file.toString()).out()).contains("already there, nothing changed");
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--json").out()).startsWith("{\"ledger\":1");
  }

  @Test
  void withoutAServerItOpensTheStoreItselfUnlessOneHoldsIt() {
    Path data = folder.resolve("data");
    String id = "direct";
    try (TestServer server = TestServer.whole(data)) {
      server.ledger().record(new AgreementId(id), List.of(SomeFacts.agreement(id)), RecordingOptions.by("test"));
      Ran held = Ran.ledger("export", id, "--data", data.toString());
      assertThat(held.status()).isEqualTo(2);
      assertThat(held.out()).isEmpty();
      assertThat(held.err()).contains("in use by another process");
    }
    Ran direct = Ran.ledger("export", id, "--data", data.toString());
    assertThat(direct.err()).isEmpty();
    assertThat(direct.status()).isZero();
    assertThat(direct.out()).startsWith("ledger: 1\n").contains("id: direct");
    assertThat(Ran.ledger("export", "nope", "--data", data.toString()).status()).isEqualTo(1);
    assertThat(Ran.ledger("export", id, "--data", folder.resolve("none").toString()))
        .isEqualTo(new Ran(2, "", "there is no ledger in " + folder.resolve("none") + "\n"));
  }

  @Test
  void whatCannotBeExportedIsSaid() {
    assertThat(Ran.ledger("export", SERVER, "nope"))
        .isEqualTo(new Ran(1, "", "there is no agreement 'nope' (unknown-agreement)\n"));
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--output", "/nowhere/a.yaml").status()).isEqualTo(2);
    assertThat(Ran.ledger("export", "--server", "http://127.0.0.1:1", "a").err()).contains("ledger.jar serve");
  }

  @Test
  void aFileStaysAsItWasWhenWhatIsToBeWrittenIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("kept.yaml"), "precious");
    Path none = folder.resolve("none.yaml");

    assertThat(Ran.ledger("export", SERVER, "nope", "--output", file.toString()).status()).isEqualTo(1);
    assertThat(Ran.ledger("export", SERVER, "nope", "--output", none.toString()).status()).isEqualTo(1);
    assertThat(Ran.ledger("export", "--server", "http://127.0.0.1:1", "a", "--output", file.toString()).status())
        .isNotZero();
    assertThat(file).hasContent("precious");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void aJournalIsWrittenForTheProgramThatIsNamed() {
    // 20 % of 4,700 is 940.
    agreement.firstQuarter("4700.00");
    for (String format : List.of("hledger", "ledger", "beancount", "csv")) {
      Ran exported = Ran.ledger("export", SERVER, agreement.id(), "--format", format, "--effective-on", "2021-03-31");
      assertThat(exported).isEqualTo(
          new Ran(0, agreement.get("/journal?effectiveOn=2021-03-31&format=" + format).text(), ""));
      assertThat(exported.out()).contains("Assets:Globex:Share:Receivable:2021-Q1").contains("940.00");
    }
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--format", "csv", "--party", "acme").out())
        .contains("Liabilities:Acme:Share:Payable:2021-Q1").doesNotContain("Globex");
  }

  @Test
  void whatAJournalCannotBeIsSaid() {
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--format", "gnucash"))
        .isEqualTo(new Ran(2, "", "'gnucash' is no format; known are yaml, hledger, ledger, beancount, csv\n"));
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--format", "csv", "--json"))
        .isEqualTo(new Ran(2, "", "--json is of the agreement file; leave out --json or --format csv\n"));
    assertThat(Ran.ledger("export", agreement.id(), "--format", "csv", "--data", folder.toString()))
        .isEqualTo(new Ran(2, "", "a journal needs a server; leave out --data\n"));
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--party", "acme"))
        .isEqualTo(new Ran(2, "", "--effective-on, --party, --basis and --counts are of a journal; add --format"
            + " hledger|ledger|beancount|csv\n"));
    assertThat(Ran.ledger("export", SERVER, agreement.id(), "--format", "csv", "--party", "nobody"))
        .isEqualTo(new Ran(1, "", "'nobody' is not a party to '" + agreement.id() + "' (unknown-party)\n"));
    assertThat(Ran.ledger("export", "--help").out()).contains("--format=FORMAT", "hledger, ledger");
  }
}
