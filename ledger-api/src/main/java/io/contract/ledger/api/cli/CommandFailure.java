package io.contract.ledger.api.cli;

/** Ends a command with a sentence for the person at the terminal, on stderr, and an exit status. */
final class CommandFailure extends RuntimeException {

  /** A refusal, a failed expectation, or no server. */
  static final int REFUSED = 1;

  /** Wrong usage, or unreadable input. */
  static final int UNUSABLE = 2;

  private final int status;

  CommandFailure(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  int status() {
    return status;
  }
}
