package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.DifferenceText;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff AGREEMENT}: what changed between two points on the axes of time, and which events caused it. */
@Command(name = "diff", description = "Shows what changed between two days, or between what was known at two instants, and which events caused it.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar diff microsoft-openai --effective-on 2025-12-31 --to-effective-on 2026-04-27",
    "  java -jar ledger.jar diff acme-globex --effective-on 2021-07-15 --known-at 2021-07-15T00:00:00Z",
    "",
    "The second point is the first with another day, another instant, or both.",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class DiffCommand implements Callable<Integer> {

  @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Option(names = "--to-effective-on", paramLabel = "DATE", description = "The day of the second point (default: that of the first).")
  private @Nullable String toEffectiveOn;

  @Option(names = "--to-known-at", paramLabel = "INSTANT", description = "The instant of the second point (default: everything).")
  private @Nullable String toKnownAt;

  @Option(names = "--details", description = "Show periods and readings too.")
  private boolean details;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query = question.query().with("toEffectiveOn", toEffectiveOn).with("toKnownAt", toKnownAt);
    Value.Tree answer = server.client().get("/agreements/" + agreement + "/diff", query);
    return question.say(answer, differences -> DifferenceText.between(differences, details));
  }
}
