package io.contract.ledger.api.cli;

import io.contract.ledger.api.agreementfile.QuestionFileReader;
import io.contract.ledger.api.cli.text.DifferenceText;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code what-if AGREEMENT FACTS_FILE}: what further facts would change. Nothing is recorded. */
@Command(name = "what-if", description = "Shows what further facts would change, also dated back or still to come. Nothing is recorded.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar what-if acme-globex back-dated.yaml --effective-on 2021-10-01",
    "  echo '[{milestone: {id: agi-verified, on: 2027-01-15}}]' | java -jar ledger.jar what-if microsoft-openai - --effective-on 2027-01-15",
    "  java -jar ledger.jar what-if acme-globex back-dated.yaml --effective-on 2021-10-01 --why accrued --period 2021-Q2",
    "",
    "--why shows what a figure would follow from, step by step, down to the events and the supposed facts.",
    "A facts file has a list of facts as they stand in the history of an agreement file, without their at.",
    "Exit status: 0 success, 1 a fact is refused, there is no such agreement or no server, 2 wrong usage or an unreadable file."
})
final class WhatIfCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
  private String agreement = "";

  @Parameters(index = "1", paramLabel = "FACTS_FILE", description = "The facts, YAML or JSON; - reads stdin.")
  private String file = "";

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private SupposedWhyOptions why = new SupposedWhyOptions();

  @Option(names = "--details", description = "Show periods and readings too.")
  private boolean details;

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    Query query = why.in(question.query());
    Value.Tree facts = QuestionFile.read(file, QuestionFileReader::whatIf);
    String path = "/agreements/" + agreement + "/what-if";
    if (why.isAsked()) {
      why.explain(server.client(), path, query, facts, question.json());
      return 0;
    }
    Value.Tree answer = server.client().ask(path, query, facts);
    int supposed = new Fields(facts).list("facts").size();
    return question.say(answer, impact -> DifferenceText.supposing(supposed, impact, details));
  }
}
