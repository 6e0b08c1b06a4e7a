package io.contract.ledger.api.cli;

import io.contract.ledger.api.ProgressLines;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A finished command: what it printed and its exit status. It runs in a Java process of its own, as people run it. */
record Ran(int status, String out, String err) {

  static Ran ledger(String... args) {
    return run(List.of(), Map.of(), args);
  }

  /** A command with more in its environment. */
  static Ran withEnvironment(Map<String, String> environment, String... args) {
    return run(List.of(), environment, args);
  }

  /** A command that may use so much memory for its objects, such as {@code 64m}. */
  static Ran withHeap(String most, String... args) {
    return run(List.of("-Xmx" + most), Map.of(), args);
  }

  private static Ran run(List<String> options, Map<String, String> environment, String... args) {
    try {
      Path out = Files.createTempFile("ledger", ".out");
      Path err = Files.createTempFile("ledger", ".err");
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString()));
      command.addAll(options);
      command.addAll(
          List.of(
              "-cp",
              System.getProperty("java.class.path"),
              Launcher.class.getName()));
      command.addAll(List.of(args));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Process process =
          builder
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int status = process.waitFor();
      String said = ProgressLines.dropped(Files.readString(err, StandardCharsets.UTF_8));
      Ran ran = new Ran(status, Files.readString(out, StandardCharsets.UTF_8), said);
      Files.delete(out);
      Files.delete(err);
      return ran;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
