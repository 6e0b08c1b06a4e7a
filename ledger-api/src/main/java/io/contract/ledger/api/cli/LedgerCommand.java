package io.contract.ledger.api.cli;

/** The command line of the ledger. No command exists yet. */
public final class LedgerCommand {
  private LedgerCommand() {}

  /** Says that there is no command yet, and exits with 2. */
  public static void main(String[] args) {
    System.err.println("The contract ledger has no commands yet.");
    System.exit(2);
  }
}
