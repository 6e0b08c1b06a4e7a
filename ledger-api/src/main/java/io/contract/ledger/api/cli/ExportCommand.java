package io.contract.ledger.api.cli;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.agreementfile.AgreementFileWriter;
import io.contract.ledger.api.answer.JournalFormat;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.store.StoreUnavailableException;
import io.contract.ledger.id.AgreementId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export AGREEMENT}: an agreement with its whole history as a file, or its journal as a file of an accounting program. */
@Command(name = "export", description = "Writes an agreement with its whole history as a file that loads back to the same history, or its revenue shares in double entry as the file of an accounting program.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar export acme-globex > acme-globex.yaml",
    "  java -jar ledger.jar export acme-globex --output acme-globex.json --json",
    "  java -jar ledger.jar export acme-globex --data ./ledger-data    # opens the store itself; no server may run on it",
    "  java -jar ledger.jar export acme-globex --format hledger | hledger -f - balance",
    "  java -jar ledger.jar export acme-globex --format beancount --party globex --effective-on 2021-07-31 > globex.beancount",
    "  java -jar ledger.jar export microsoft-openai --format csv --basis paid --counts since-inception",
    "",
    "A journal is what is known by now, or by --known-at, booked on the days it bears on: what is learnt later about an earlier",
    "day is booked on that day, so that an export made before differs there.",
    "The file of a program ends with the balances that the ledger states: the program checks its sums by them.",
    "Where the text of a clause is open, --basis or --counts has to say how it is read.",
    "The same history is always the same bytes. Who loaded it when is not part of it.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage, or a store or file that cannot be opened."
})
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write (default: stdout).")
  private @Nullable Path output;

  @Option(names = "--format", paramLabel = "FORMAT", description = "yaml (default), or a journal: hledger, ledger, beancount or csv.")
  private String format = "yaml";

  @Option(names = "--json", description = "Write JSON instead of YAML.")
  private boolean json;

  @Option(names = "--known-at", paramLabel = "INSTANT", description = "Only what was recorded by then, e.g. 2021-07-15T00:00:00Z (default: everything).")
  private @Nullable String knownAt;

  @Option(names = "--effective-on", paramLabel = "DATE", description = "Of a journal: the day through which it goes, e.g. 2021-07-15 (default: today).")
  private @Nullable String effectiveOn;

  @Option(names = "--party", paramLabel = "PARTY", description = "Of a journal: only the book of this party (default: those of payer and payee).")
  private @Nullable String party;

  @Option(names = "--basis", paramLabel = "BASIS", description = "Of a journal: how open caps are read, accrued or paid.")
  private @Nullable String basis;

  @Option(names = "--counts", paramLabel = "COUNTS", description = "Of a journal: how open caps are read, since-inception or since-effective.")
  private @Nullable String counts;

  @Option(names = "--data", paramLabel = "DIRECTORY", description = "Open the store in this directory instead of asking a server.")
  private @Nullable String data;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    requireFittingOptions();
    if (data != null && knownAt != null) {
      throw CommandFailure.unusable("--known-at needs a server; leave out --data");
    }
    Path file = output;
    if (file == null) {
      write(Terminal.bytes());
      return 0;
    }
    WholeFile.write(file, this::write);
    return 0;
  }

  private boolean isJournal() {
    return !format.equals("yaml");
  }

  private void requireFittingOptions() {
    if (isJournal() && JournalFormat.named(format).isEmpty()) {
      throw CommandFailure.unusable(
          "'" + format + "' is no format; known are yaml, " + String.join(", ", JournalFormat.slugs()));
    }
    if (isJournal() && json) {
      throw CommandFailure.unusable("--json is of the agreement file; leave out --json or --format " + format);
    }
    if (isJournal() && data != null) {
      throw CommandFailure.unusable("a journal needs a server; leave out --data");
    }
    if (!isJournal() && Stream.of(effectiveOn, party, basis, counts).anyMatch(Objects::nonNull)) {
      throw CommandFailure.unusable(
          "--effective-on, --party, --basis and --counts are of a journal; add --format "
              + String.join("|", JournalFormat.slugs()));
    }
  }

  private Query journalQuery() {
    return Query.NONE.with("format", format).with("effectiveOn", effectiveOn).with("knownAt", knownAt)
        .with("party", party).with("basis", basis).with("counts", counts);
  }

  private void write(OutputStream out) {
    if (isJournal()) {
      server.client().copy("/agreements/" + agreement + "/journal", journalQuery(), "text/plain, text/csv", out);
    } else if (data == null) {
      server.client()
          .copy("/agreements/" + agreement + "/file", Query.NONE.with("knownAt", knownAt),
              json ? "application/json" : "application/yaml", out);
    } else {
      writeFromStore(data, out);
    }
  }

  private void writeFromStore(String directory, OutputStream out) {
    if (!Files.isDirectory(Path.of(directory))) {
      throw CommandFailure.unusable("there is no ledger in " + directory);
    }
    try (ConfigurableApplicationContext store = LedgerApplication.open("--ledger.data=" + directory)) {
      Ledger.Events events =
          store.getBean(Ledger.class)
              .events(new AgreementId(agreement))
              .orElseThrow(
                  () -> new CommandFailure(
                      CommandFailure.REFUSED, "there is no agreement '" + agreement + "' (unknown-agreement)"));
      if (json) {
        AgreementFileWriter.json(out, events.read());
      } else {
        AgreementFileWriter.yaml(out, events.read());
      }
      out.flush();
    } catch (StoreUnavailableException unavailable) {
      throw CommandFailure.unusable(String.valueOf(unavailable.getMessage()));
    } catch (IOException cannotWrite) {
      throw CommandFailure.unusable("the file cannot be written: " + cannotWrite);
    }
  }
}
