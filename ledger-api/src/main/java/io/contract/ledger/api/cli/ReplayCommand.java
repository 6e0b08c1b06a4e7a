package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.ReplayText;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay AGREEMENT}: what happened, step by step, and what each step changed. */
@Command(name = "replay", description = "Steps through everything that was recorded about an agreement, and shows what each event changed in its terms and figures.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar replay acme-globex",
    "  java -jar ledger.jar replay acme-globex --until 2021-07-15T00:00:00Z --effective-on 2021-06-30",
    "  java -jar ledger.jar replay microsoft-openai --from 13 --to 14 --details",
    "",
    "Every step is about the day of its recording, unless a day is given. With --json each step is one line.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Option(names = "--until", paramLabel = "INSTANT", description = "Only what was recorded by then, e.g. 2021-07-15T00:00:00Z (default: everything).")
  private @Nullable String until;

  @Option(names = "--effective-on", paramLabel = "DATE", description = "The day that every step is about, e.g. 2021-06-30 (default: the day of its recording).")
  private @Nullable String effectiveOn;

  @Option(names = "--from", paramLabel = "SEQUENCE", description = "The first event that is shown (default: 0, the agreement itself).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "SEQUENCE", description = "The last event that is shown (default: the last).")
  private @Nullable String to;

  @Option(names = "--details", description = "Show periods and readings too.")
  private boolean details;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query =
        Query.NONE.with("knownAt", until).with("effectiveOn", effectiveOn).with("from", from).with("to", to);
    server.client().lines("/agreements/" + agreement + "/replay", query, this::say);
    return 0;
  }

  private void say(Value.Tree line) {
    if (json) {
      Terminal.say(JsonText.write(line));
    } else {
      Terminal.sayAll(ReplayText.of(line, details));
    }
  }
}
