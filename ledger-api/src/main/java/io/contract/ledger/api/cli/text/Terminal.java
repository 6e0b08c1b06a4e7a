package io.contract.ledger.api.cli.text;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where commands write. Answers go to stdout, everything else to stderr. Colour is used only for a person who has not turned it
 * off.
 */
public final class Terminal {

  private static final PrintWriter OUT = writer(FileDescriptor.out);
  private static final PrintWriter ERR = writer(FileDescriptor.err);

  private Terminal() {}

  /** One line of the answer. */
  public static void say(String line) {
    OUT.println(line);
    OUT.flush();
  }

  /** Several lines of the answer, unchanged. */
  public static void sayAll(String text) {
    OUT.print(text);
    OUT.flush();
  }

  /** The answer as bytes. */
  public static OutputStream bytes() {
    return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
  }

  /** One line that is not part of the answer: what is wrong, or what is going on. */
  public static void complain(String line) {
    ERR.println(line);
    ERR.flush();
  }

  /** The text in red, if colour may be used. */
  public static String red(String text) {
    return colours() ? "\u001B[31m" + text + "\u001B[0m" : text;
  }

  /** The text in bold, if colour may be used. */
  public static String bold(String text) {
    return colours() ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  private static boolean colours() {
    return Colour.ALLOWED;
  }

  /** Loaded only when there is something to colour. */
  private static final class Colour {
    private static final boolean ALLOWED = allowed();

    private static boolean allowed() {
      String none = System.getenv("NO_COLOR");
      return (none == null || none.isEmpty())
          && !"dumb".equals(System.getenv("TERM"))
          && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  private static PrintWriter writer(FileDescriptor to) {
    // Always UTF-8, whatever the platform's encoding is: files and titles are in UTF-8.
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8)));
  }
}
