package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the ledger: {@code ledger.jar} with a command. Without a command it serves. */
@Command(name = "ledger", description = "An event-sourced ledger of contracts: terms, revenue shares, obligations, and what was believed when.", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, versionProvider = Version.class, footerHeading = "%nExamples:%n", footer = {
    "  java -jar ledger.jar serve --example",
    "  java -jar ledger.jar check acme-globex.yaml",
    "  java -jar ledger.jar load acme-globex.yaml",
    "  java -jar ledger.jar position acme-globex --effective-on 2021-07-15",
    "",
    "Without a command it serves. Each command has its own --help.",
    "Exit status: 0 success, 1 a refusal or a failed expectation, 2 wrong usage or unreadable input."
})
public final class LedgerCommand {

  private static final int HELP_WIDTH = 140;

  private LedgerCommand() {}

  /** Runs the command and exits with its status. After {@code serve} the process goes on. */
  public static void main(String[] args) {
    int status = run(args);
    if (status != ServeCommand.RUNNING) {
      // Output is flushed and nothing needs a shutdown; exit() would load the logging first.
      Runtime.getRuntime().halt(status);
    }
  }

  /** Runs the command and returns its exit status. */
  static int run(String... args) {
    if (CheckCommand.isPlain(args)) {
      // Loading the library that reads command lines takes longer than checking the file.
      return CheckCommand.plain(args).call();
    }
    return commandLine(args).execute(withCommand(args));
  }

  private static String[] withCommand(String[] args) {
    boolean none = args.length == 0 || (args[0].startsWith("-") && !args[0].equals("-h") && !args[0].equals("--help"));
    if (!none) {
      return args;
    }
    String[] serve = new String[args.length + 1];
    serve[0] = "serve";
    System.arraycopy(args, 0, serve, 1, args.length);
    return serve;
  }

  /** Builds only the command that the arguments name, where they name one: building the others would take longer than a check. */
  private static CommandLine commandLine(String[] args) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", ServeCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("load", LoadCommand::new);
    commands.put("position", PositionCommand::new);
    commands.put("obligations", ObligationsCommand::new);
    commands.put("statement", StatementCommand::new);
    commands.put("what-if", WhatIfCommand::new);
    commands.put("forecast", ForecastCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("amendments", AmendmentsCommand::new);
    commands.put("revisions", RevisionsCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("rebuild", RebuildCommand::new);
    CommandLine root = new CommandLine(new LedgerCommand());
    String asked = withCommand(args)[0];
    commands.forEach(
        (name, command) -> {
          if (name.equals(asked) || !commands.containsKey(asked)) {
            root.addSubcommand(name, command.get());
          }
        });
    root.setExecutionExceptionHandler(LedgerCommand::explain);
    root.setParameterExceptionHandler((misused, _) -> misused(misused));
    // Examples are made to be copied, so none of their lines may be broken.
    root.setUsageHelpWidth(HELP_WIDTH);
    return root;
  }

  private static int misused(CommandLine.ParameterException misused) {
    CommandLine command = misused.getCommandLine();
    Terminal.complain(Objects.requireNonNullElse(misused.getMessage(), "this is not how it is called"));
    if (misused instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
      Terminal.complain("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
    }
    String name = command.getCommandSpec().parent() == null ? "" : command.getCommandName() + " ";
    Terminal.complain("What can be said: java -jar ledger.jar " + name + "--help");
    return CommandFailure.UNUSABLE;
  }

  private static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (thrown instanceof CommandFailure failure) {
      Terminal.complain(failure.message());
      return failure.status();
    }
    throw thrown;
  }
}
