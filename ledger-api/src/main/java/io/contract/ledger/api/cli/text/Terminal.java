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

/** Where commands write: answers on stdout, everything else on stderr; colour only for a person who has not asked for none. */
public final class Terminal {

  private static final PrintWriter OUT = writer(FileDescriptor.out);
  private static final PrintWriter ERR = writer(FileDescriptor.err);

  private Terminal() {}

  /** One line of the answer. */
  public static void say(String line) {
    OUT.println(line);
    OUT.flush();
  }

  /** Several lines of the answer, as they are. */
  public static void sayAll(String text) {
    OUT.print(text);
    OUT.flush();
  }

  /** The answer as bytes. */
  public static OutputStream bytes() {
    return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
  }

  /** One line that is no answer: what is wrong, or what is going on. */
  public static void complain(String line) {
    ERR.println(line);
    ERR.flush();
  }

  /** The text in red, where colour may be used. */
  public static String red(String text) {
    return colours() ? "\u001B[31m" + text + "\u001B[0m" : text;
  }

  /** The text in bold, where that may be used. */
  public static String bold(String text) {
    return colours() ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  private static boolean colours() {
    return Colour.ALLOWED;
  }

  /** Looked at only when there is something to colour. */
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
    // UTF-8 whatever the platform says: files and titles are.
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8)));
  }
}
