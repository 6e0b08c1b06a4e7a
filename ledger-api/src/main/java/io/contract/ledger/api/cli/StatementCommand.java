package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.StatementText;
import io.contract.ledger.value.Value;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code statement AGREEMENT [CLAUSE [NUMBER]]}: the list of statements, or one statement with the workings behind it. */
@Command(name = "statement", description = "Lists the statements of an agreement, or shows one with its lines, caps, adjustments, payments and balance.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar statement acme-globex",
    "  java -jar ledger.jar statement acme-globex share 2",
    "  java -jar ledger.jar statement acme-globex share 2 --pdf statement-2.pdf --html statement-2.html",
    "",
    "A statement is issued by posting {clause, period, issuedOn} to /api/v1/agreements/AGREEMENT/statements.",
    "Exit status: 0 success, 1 there is no such statement or no server, 2 wrong usage or a file that cannot be written."
})
final class StatementCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "CLAUSE", description = "Only the statements of this revenue share or fixed payment.")
  private @Nullable String clause;

  @Parameters(index = "2", arity = "0..1", paramLabel = "NUMBER", description = "This one, in full.")
  private @Nullable Integer number;

  @Option(names = "--pdf", paramLabel = "FILE", description = "Write it as PDF.")
  private @Nullable Path pdf;

  @Option(names = "--html", paramLabel = "FILE", description = "Write it as a page.")
  private @Nullable Path html;

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    LedgerClient client = server.client();
    String of = "/agreements/" + agreement;
    if (clause == null || number == null) {
      if (pdf != null || html != null) {
        throw CommandFailure.unusable("say which statement is to be written: its CLAUSE and NUMBER");
      }
      Value.Tree answer = client.all(of + "/statements", question.query().with("clause", clause));
      return question.say(answer, StatementText::list);
    }
    String one = of + "/clauses/" + clause + "/statements/" + number;
    if (pdf != null || html != null) {
      if (question.json()) {
        throw CommandFailure.unusable("--json is of what is printed; leave out --json or --pdf and --html");
      }
      write(client, one, "application/pdf", pdf);
      write(client, one, "text/html", html);
      return 0;
    }
    Value.Tree answer = client.get(one, question.query());
    return question.say(answer, StatementText::of);
  }

  private void write(LedgerClient client, String path, String type, @Nullable Path file) {
    if (file != null) {
      WholeFile.write(file, out -> client.copy(path, question.query(), type, out));
    }
  }
}
