package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.PlacedMessage;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.cli.text.Cells;
import io.contract.ledger.api.cli.text.Json;
import io.contract.ledger.api.cli.text.Terminal;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code load FILE…}: records the histories of agreement files in a running ledger. */
@Command(name = "load", description = "Records the histories of agreement files in a running ledger, if what they expect holds.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar load acme-globex.yaml",
    "  java -jar ledger.jar load contracts/*.yaml --dry-run --server http://127.0.0.1:9090",
    "",
    "Loading a file again changes nothing. Recorded times are those of the file; beside them the ledger keeps when",
    "and by whom it was loaded.",
    "Exit status: 0 loaded or already there, 1 a refusal, a failed expectation or no server, 2 a file is unreadable."
})
final class LoadCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Agreement files, YAML or JSON; - reads stdin.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--dry-run", description = "Say what holds, and record nothing.")
  private boolean dryRun;

  @Option(names = "--force", description = "Load even if expectations fail.")
  private boolean force;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Mixin
  private ServerOption server = new ServerOption();

  private final List<Value.Tree> answers = new ArrayList<>();
  private int status;

  @Override
  public Integer call() {
    LedgerClient client = server.client();
    for (String file : files) {
      load(client, file);
    }
    if (json) {
      Terminal.sayAll(Json.write(Value.EMPTY.with("files", Value.items(answers))));
    }
    return status;
  }

  /** Reads the file here first, so that the reasons why it is unreadable are reported with its name and place, as check does. */
  private void load(LedgerClient client, String file) {
    Query query = Query.NONE.with("dryRun", dryRun ? "true" : null).with("force", force ? "true" : null);
    Optional<LedgerClient.Reply> reply =
        InputFile.kept(
            file,
            path -> isReadable(file, path)
                ? Optional.of(client.post("/agreement-files", query, path, "application/yaml"))
                : Optional.empty());
    reply.ifPresentOrElse(answer -> report(file, answer), () -> status = CommandFailure.UNUSABLE);
  }

  private boolean isReadable(String file, Path path) {
    boolean[] isReadable = new boolean[1];
    Progress.during("reading " + file,
        () -> isReadable[0] = AgreementInput.read(path.toString(), file, answers).isPresent());
    return isReadable[0];
  }

  private void report(String file, LedgerClient.Reply reply) {
    answers.add(new TreeBuilder().put("file", file).put("status", reply.status()).put("answer", reply.body()).build());
    if (reply.isProblem()) {
      status = Math.max(status, LedgerClient.refused(reply).status());
      List<Value> violations = new Fields(reply.body()).list("violations");
      if (violations.isEmpty()) {
        Terminal.complain(file + ": " + LedgerClient.refused(reply).message());
      }
      violations.forEach(
          violation -> Terminal.complain(Terminal.red(placed(file, Fields.of(violation)))));
      boolean isForce = ProblemKind.EXPECTATIONS_FAILED.code().equals(reply.text("code"));
      Terminal.complain(file + ": not loaded" + (isForce ? "; --force loads it all the same" : ""));
      return;
    }
    List<Value> expectations = new Fields(reply.body()).list("expectations");
    expectations.stream().filter(one -> !holds(one)).map(Fields::of)
        .forEach(
            failed -> Terminal.complain(
                Terminal.red(
                    file + ":" + Cells.words(failed, "line") + ": " + failed.text("that") + ": "
                        + Cells.joined(failed, "differences", "; "))));
    long holding = expectations.stream().filter(LoadCommand::holds).count();
    if (!json) {
      say(file, reply, holding, expectations.size());
    }
    status = Math.max(status, holding == expectations.size() || force ? 0 : CommandFailure.REFUSED);
  }

  /** A violation in the form in which check names what it finds. */
  private static String placed(String file, Fields violation) {
    return PlacedMessage.in(file, violation.optionalText("path").orElse(""), Cells.words(violation, "message"));
  }

  private void say(String file, LedgerClient.Reply reply, long holding, int expectations) {
    String what;
    if (dryRun) {
      what = "not loaded, as asked";
    } else if (reply.status() == 201) {
      what = "loaded";
    } else {
      what = "already there, nothing changed";
    }
    Terminal.say(
        file + ": " + reply.text("agreement") + " " + what + "; " + holding + " of " + expectations
            + " expectations hold");
  }

  private static boolean holds(Value expectation) {
    return Fields.of(expectation).optionalBool("holds").orElse(false);
  }
}
