package io.contract.ledger.api.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Ends a command with an exit status. The message is a sentence for the person at the terminal and goes to stderr. */
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

  /** Wrong usage, or unreadable input, in those words. */
  static CommandFailure unusable(String message) {
    return new CommandFailure(UNUSABLE, message);
  }

  /** The failure to write a file, with its reason. */
  static CommandFailure cannotWrite(Path file, IOException why) {
    String reason =
        switch (why) {
          case NoSuchFileException none -> "there is no directory " + file.toAbsolutePath().getParent();
          case AccessDeniedException denied -> "this user may not write there";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          default -> why.toString();
        };
    return unusable(file + " cannot be written: " + reason);
  }

  String message() {
    return String.valueOf(getMessage());
  }

  int status() {
    return status;
  }
}
