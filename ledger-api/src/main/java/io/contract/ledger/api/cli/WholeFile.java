package io.contract.ledger.api.cli;

import io.contract.ledger.api.cli.text.Terminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Writes a file whole or not at all. If what is to be written is refused, the file stays as it was. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes the file and says so.
   *
   * @throws CommandFailure when the file cannot be written
   */
  static void write(Path file, Consumer<OutputStream> content) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A device or a pipe cannot be replaced.
      stream(file, file, content);
    } else {
      Path written = file.resolveSibling(file.getFileName() + ".part");
      try {
        stream(written, file, content);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException cannotWrite) {
        throw CommandFailure.cannotWrite(file, cannotWrite);
      } finally {
        remove(written);
      }
    }
    Terminal.say(file + " written");
  }

  private static void stream(Path written, Path file, Consumer<OutputStream> content) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
      content.accept(out);
    } catch (IOException cannotWrite) {
      throw CommandFailure.cannotWrite(file, cannotWrite);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException cannotRemove) {
      throw CommandFailure.unusable(file + " cannot be removed: " + cannotRemove);
    }
  }
}
