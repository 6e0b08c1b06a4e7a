package io.contract.ledger.api.cli;

import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code obligations [AGREEMENT]}: who owes what to whom, by when; and who may do what. */
@Command(name = "obligations", description = "Shows who owes what to whom, by when, and who may do what: of one agreement, or of all.", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar obligations acme-globex --party acme",
    "  java -jar ledger.jar obligations --status overdue",
    "  java -jar ledger.jar obligations acme-globex --status all --effective-on 2021-07-19 --json",
    "",
    "Exit status: 0 success, 1 there is no such agreement or no server, 2 wrong usage."
})
final class ObligationsCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "AGREEMENT", description = "The agreement's id; all agreements without one.")
  private @Nullable String agreement;

  @Option(names = "--party", paramLabel = "PARTY", description = "Only what this party owes or may do.")
  private @Nullable String party;

  @Option(names = "--status", paramLabel = "STATUS", description = "Only this status, e.g. due or overdue; all also shows what is settled.")
  private @Nullable String status;

  @Mixin
  private QuestionOptions question = new QuestionOptions();

  @Mixin
  private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    LedgerClient client = server.client();
    List<Value.Tree> answers = new ArrayList<>();
    for (String id : agreement == null ? agreements(client) : List.of(agreement)) {
      answers.add(obligations(client, id));
    }
    if (question.json()) {
      Terminal.sayAll(
          Json.write(agreement == null ? Value.EMPTY.with("agreements", Value.items(answers)) : answers.getFirst()));
    } else {
      Terminal.sayAll(text(answers));
    }
    return 0;
  }

  private List<String> agreements(LedgerClient client) {
    Value.Tree all = client.all("/agreements", Query.NONE.with("party", party));
    return new Fields(all).list("items").stream().map(item -> Fields.of(item).text("id")).toList();
  }

  private Value.Tree obligations(LedgerClient client, String id) {
    return client.all(
        "/agreements/" + id + "/obligations", question.query().with("party", party).with("status", status));
  }

  /** The answers as tables, one for each agreement. */
  static String text(List<Value.Tree> answers) {
    if (answers.isEmpty()) {
      return "The ledger has no agreement yet.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Value.Tree answer : answers) {
      Table table =
          new Table(
              List.of("due on", "status", "bearer", "counterparty", "amount", "outstanding", "set by", "ref", "what"));
      for (Value item : new Fields(answer).list("items")) {
        table.add(row(Fields.of(item)));
      }
      text.append(text.isEmpty() ? "" : "\n").append(Heading.of(answer)).append('\n');
      text.append(table.isEmpty() ? "  none\n" : table.text("  "));
    }
    return text.toString();
  }

  private static List<String> row(Fields row) {
    long setBy = row.optionalWhole("setBy").orElse(0L);
    return List.of(
        Cells.words(row, "dueOn"),
        Cells.figure(row, "status")
            + (Value.bool(true).equals(row.tree().get("endingSoon").orElse(Value.NULL)) ? ", ending soon" : ""),
        Cells.words(row, "bearer"),
        Cells.words(row, "counterparty"),
        Cells.figure(row, "amount"),
        Cells.figure(row, "outstanding"),
        setBy == 0 ? "the agreement" : "amendment " + setBy,
        Cells.words(row, "ref"),
        Cells.words(row, "summary"));
  }
}
