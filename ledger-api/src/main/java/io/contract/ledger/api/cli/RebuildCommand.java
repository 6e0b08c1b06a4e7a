package io.contract.ledger.api.cli;

import io.contract.ledger.api.LedgerApplication;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.api.store.Overview;
import io.contract.ledger.api.store.StoreUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rebuild}: makes again everything that is derived from the events. */
@Command(name = "rebuild", description = "Makes the overview of all agreements anew from their events. Answers never depend on it; it only finds the agreements that a question across all is about.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar rebuild",
    "  java -jar ledger.jar rebuild --data /var/lib/ledger",
    "",
    "It opens the store itself, so that no server may run on it. Stopped half-way it has changed nothing.",
    "Exit status: 0 success, 2 wrong usage, or the store cannot be opened."
})
final class RebuildCommand implements Callable<Integer> {

  private static final long AGAIN_NS = Duration.ofSeconds(2).toNanos();

  @Option(names = "--data", paramLabel = "DIRECTORY", defaultValue = "./ledger-data", description = "Where events are kept (default: ${DEFAULT-VALUE}).")
  private String data = "";

  private long told;

  @Override
  public Integer call() {
    if (!Files.isDirectory(Path.of(data))) {
      throw CommandFailure.unusable("there is no ledger in " + data);
    }
    try (ConfigurableApplicationContext store = LedgerApplication.open("--ledger.data=" + data)) {
      told = System.nanoTime();
      long agreements = store.getBean(Overview.class).rebuild(this::tell);
      Terminal.say("The overview of " + agreements + " agreements was made anew.");
    } catch (StoreUnavailableException unavailable) {
      throw CommandFailure.unusable(String.valueOf(unavailable.getMessage()));
    }
    return 0;
  }

  private void tell(long agreements) {
    long now = System.nanoTime();
    if (now - told > AGAIN_NS) {
      told = now;
      Terminal.complain("rebuilding … " + agreements + " agreements done");
    }
  }
}
