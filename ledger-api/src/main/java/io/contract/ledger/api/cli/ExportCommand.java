package io.contract.ledger.api.cli;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.agreement.Ledger;
import io.contract.ledger.api.file.AgreementFileWriter;
import io.contract.ledger.api.store.StoreUnavailableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export AGREEMENT}: an agreement with its whole history as a file. */
@Command(name = "export", description = "Writes an agreement with its whole history as a file that loads back to the same history.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar export acme-globex > acme-globex.yaml",
    "  java -jar ledger.jar export acme-globex --output acme-globex.json --json",
    "  java -jar ledger.jar export acme-globex --data ./ledger-data    # opens the store itself; no server may run on it",
    "",
    "The same history is always the same bytes. Who loaded it when is not part of it.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage, or a store or file that cannot be opened."
})
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write (default: stdout).")
  private @Nullable Path output;

  @Option(names = "--json", description = "Write JSON instead of YAML.")
  private boolean json;

  @Option(names = "--known-at", paramLabel = "INSTANT", description = "Only what was recorded by then, e.g. 2021-07-15T00:00:00Z (default: everything).")
  private @Nullable String knownAt;

  @Option(names = "--data", paramLabel = "DIRECTORY", description = "Open the store in this directory instead of asking a server.")
  private @Nullable String data;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    if (data != null && knownAt != null) {
      throw new CommandFailure(CommandFailure.UNUSABLE, "--known-at needs a server; leave out --data");
    }
    Path file = output;
    if (file == null) {
      write(Terminal.bytes());
      return 0;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out);
    } catch (IOException cannotWrite) {
      throw new CommandFailure(CommandFailure.UNUSABLE, file + " cannot be written: " + cannotWrite);
    }
    return 0;
  }

  private void write(OutputStream out) {
    if (data == null) {
      server.client()
          .copy("/agreements/" + agreement + "/file", Query.NONE.with("knownAt", knownAt),
              json ? "application/json" : "application/yaml", out);
    } else {
      writeFromStore(data, out);
    }
  }

  private void writeFromStore(String directory, OutputStream out) {
    if (!Files.isDirectory(Path.of(directory))) {
      throw new CommandFailure(CommandFailure.UNUSABLE, "there is no ledger in " + directory);
    }
    try (ConfigurableApplicationContext store = LedgerApplication.open("--ledger.data=" + directory)) {
      Ledger.Events events =
          store.getBean(Ledger.class)
              .events(agreement)
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
      throw new CommandFailure(CommandFailure.UNUSABLE, String.valueOf(unavailable.getMessage()));
    } catch (IOException cannotWrite) {
      throw new CommandFailure(CommandFailure.UNUSABLE, "the file cannot be written: " + cannotWrite);
    }
  }
}
