package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.CheckedExpectation;
import io.contract.ledger.api.agreementfile.FileRun;
import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check FILE…}: runs agreement files in memory and reports which of their expectations hold. It needs no server. */
@Command(name = "check", description = "Runs agreement files in memory and says which of their expectations hold. Needs no server.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar check acme-globex.yaml",
    "  java -jar ledger.jar check contracts/*.yaml --json",
    "",
    "Exit status: 0 all hold, 1 some fail or a fact is refused, 2 a file is unreadable."
})
final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreement files, YAML or JSON; - reads stdin.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  /** Whether the arguments are only {@code check}, files and possibly {@code --json}, so that no option has to be looked up. */
  static boolean isPlain(String[] args) {
    return args.length > 1
        && args[0].equals("check")
        && Arrays.stream(args).anyMatch(CheckCommand::isFile)
        && Arrays.stream(args).allMatch(arg -> isFile(arg) || arg.equals("check") || arg.equals("--json"));
  }

  /** The command for such arguments. */
  static CheckCommand plain(String[] args) {
    CheckCommand command = new CheckCommand();
    command.files = Arrays.stream(args).skip(1).filter(arg -> !arg.equals("--json")).toList();
    command.json = Arrays.asList(args).contains("--json");
    return command;
  }

  private static boolean isFile(String arg) {
    return arg.equals("-") || !(arg.startsWith("-") || arg.startsWith("@") || arg.equals("check"));
  }

  private final List<Value.Tree> answers = new ArrayList<>();
  private int status;
  private int readable;
  private long held;
  private long expected;
  private int refused;

  @Override
  public Integer call() {
    for (String file : files) {
      Progress.during("checking " + file, () -> check(file));
    }
    if (json) {
      Terminal.sayAll(
          Json.write(
              new TreeBuilder().put("holds", status == 0).put("held", held).put("of", expected).put("files", answers)
                  .build()));
    } else if (readable > 0) {
      Terminal.say(summary());
    }
    return status;
  }

  private void check(String file) {
    AgreementInput.read(file, file, answers)
        .ifPresentOrElse(read -> report(file, FileRun.of(read)), () -> status = CommandFailure.UNUSABLE);
  }

  private void report(String file, FileRun run) {
    readable++;
    held += run.holding();
    expected += run.outcomes().size();
    refused += run.refusedFacts();
    status = Math.max(status, run.succeeds() ? 0 : CommandFailure.REFUSED);
    if (json) {
      answers.add(
          new TreeBuilder()
              .put("file", file)
              .put("agreement", run.file().agreement().id())
              .put("refusals", AgreementInput.write(run.refusals()))
              .put("expectations", run.outcomes().stream().map(CheckedExpectation::write).toList())
              .build());
    } else {
      run.refusals().forEach(refusal -> Terminal.say(Terminal.red(refusal.in(file))));
      if (run.agreement().exists()) {
        run.outcomes().stream().filter(o -> !o.holds()).forEach(o -> Terminal.say(Terminal.red(o.in(file))));
      } else {
        Terminal.say(file + ": the agreement itself is refused, so that nothing can be expected to hold");
      }
    }
  }

  private String summary() {
    String facts =
        switch (refused) {
          case 0 -> "";
          case 1 -> "; 1 fact is refused";
          default -> "; " + refused + " facts are refused";
        };
    return held + " of " + expected + (expected == 1 ? " expectation" : " expectations")
        + (held == 1 && expected == 1 ? " holds" : " hold") + facts;
  }
}
