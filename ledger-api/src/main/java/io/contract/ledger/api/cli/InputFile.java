package io.contract.ledger.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/** Reads the input files of commands. */
final class InputFile {

  private static final String STDIN = "-";

  private InputFile() {}

  /**
   * The bytes of the file, or of stdin for {@code -}.
   *
   * @throws CommandFailure when the file cannot be read; the message gives the reason
   */
  static byte[] read(String name) {
    return read(name, file -> {
      try {
        return file.readAllBytes();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    });
  }

  /**
   * What the reader makes of the file, or of stdin for {@code -}. It reads the file from its beginning as far as it wants.
   *
   * @throws CommandFailure when the file cannot be read; the message gives the reason
   */
  static <T> T read(String name, Function<InputStream, T> reader) {
    if (name.equals(STDIN)) {
      return during(name, () -> reader.apply(System.in));
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw CommandFailure.unusable(name + ": there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw CommandFailure.unusable(name + ": is a directory, not an agreement file");
    }
    return during(name, () -> {
      try (InputStream file = Files.newInputStream(path)) {
        return reader.apply(file);
      }
    });
  }

  /**
   * Does something with the file. What comes on stdin is kept in a file while this runs, so that it can be read again.
   *
   * @throws CommandFailure when stdin cannot be read or kept; the message gives the reason
   */
  static <T> T kept(String name, Function<Path, T> use) {
    if (!name.equals(STDIN)) {
      return use.apply(Path.of(name));
    }
    return during(name, () -> {
      Path copy = Files.createTempFile("ledger-stdin", ".tmp");
      try {
        Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
        return use.apply(copy);
      } finally {
        Files.delete(copy);
      }
    });
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T during(String name, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException unreadable) {
      throw cannotRead(name, unreadable);
    } catch (UncheckedIOException unreadable) {
      throw cannotRead(name, unreadable);
    }
  }

  private static CommandFailure cannotRead(String name, Exception why) {
    return CommandFailure.unusable(name + ": cannot be read: " + why.getMessage());
  }
}
