package io.contract.ledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the input files of commands. */
final class InputFile {

  private InputFile() {}

  /**
   * The bytes of the file, or of stdin for {@code -}.
   *
   * @throws CommandFailure when the file cannot be read; the message gives the reason
   */
  static byte[] read(String name) {
    try {
      if (name.equals("-")) {
        return System.in.readAllBytes();
      }
      Path path = Path.of(name);
      if (!Files.exists(path)) {
        throw CommandFailure.unusable(name + ": there is no such file");
      }
      if (Files.isDirectory(path)) {
        throw CommandFailure.unusable(name + ": is a directory, not an agreement file");
      }
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw CommandFailure.unusable(name + ": cannot be read: " + unreadable.getMessage());
    }
  }
}
