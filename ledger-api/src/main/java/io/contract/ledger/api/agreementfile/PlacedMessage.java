package io.contract.ledger.api.agreementfile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message about a place in a file. In a problem, which does not know how the caller names the file, it begins with the place in words:
 * {@code line 24, column 89: …}. On a command line it begins with file and place, so that programs find it: {@code acme.yaml:24:89: …}.
 */
public final class PlacedMessage {

  private static final Pattern PLACED = Pattern.compile("line (\\d+)(?:, column (\\d+))?: (.*)", Pattern.DOTALL);

  private PlacedMessage() {}

  /** The message for a problem. */
  static String of(Place place, String message) {
    return "line " + place.line() + ", column " + place.column() + ": " + message;
  }

  /** The message for a problem, about a whole line. */
  public static String ofLine(int line, String message) {
    return "line " + line + ": " + message;
  }

  /** The line for a command line. */
  static String in(String file, Place place, String path, String message) {
    return file + ":" + place + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }

  static String in(String file, int line, String message) {
    return file + ":" + line + ": " + message;
  }

  /**
   * The line for a command line, made of a problem's violation.
   *
   * @param path the violation's path, as text
   * @param message the violation's message; it need not name a place
   */
  public static String in(String file, String path, String message) {
    Matcher placed = PLACED.matcher(message);
    if (!placed.matches()) {
      return file + ": " + message;
    }
    int line = Integer.parseInt(placed.group(1));
    return placed.group(2) == null
        ? in(file, line, placed.group(3))
        : in(file, new Place(line, Integer.parseInt(placed.group(2))), path, placed.group(3));
  }
}
