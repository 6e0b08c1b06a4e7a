package io.contract.ledger.api.json;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text stops being JSON (RFC 8259), and says what was expected there. A text is read only once it has turned out not to be
 * JSON: the words of the parser are for programmers, and name its own parts.
 *
 * <p>Example: {@code [1,]} is refused at column 4, where {@code expected a value, found ']'}.
 */
final class JsonMistake {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$+.-]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{4}");
  private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]*");
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String THE_END = "the end of the text";

  /** As much as is shown of what was found. */
  private static final int SHOWN = 40;

  private final String text;
  private final int deepest;
  private int at;

  private JsonMistake(String text, int deepest) {
    this.text = text;
    this.deepest = deepest;
  }

  /**
   * The first mistake in the text.
   *
   * @param deepest how deep lists and objects may nest before the mistake
   * @param otherwise what is said if none is found: the reader is stricter than JSON
   */
  static JsonException in(String text, int deepest, JsonException otherwise) {
    JsonMistake reading = new JsonMistake(text, deepest);
    try {
      reading.value(0);
      reading.skip();
      return reading.at == text.length() ? otherwise : reading.expected(THE_END);
    } catch (JsonException mistake) {
      return mistake;
    }
  }

  private void value(int depth) {
    skip();
    switch (next()) {
      case '{' -> object(depth + 1);
      case '[' -> list(depth + 1);
      case '"' -> string();
      default -> word();
    }
  }

  private void object(int depth) {
    deepen(depth);
    if (!isClosed('}')) {
      name("a name in double quotes or '}'");
      value(depth);
      while (isContinued('}')) {
        name("a name in double quotes");
        value(depth);
      }
    }
  }

  private void name(String what) {
    skip();
    if (next() != '"') {
      throw expected(what);
    }
    string();
    skip();
    if (next() != ':') {
      throw expected("':'");
    }
    at++;
  }

  private void list(int depth) {
    deepen(depth);
    if (!isClosed(']')) {
      value(depth);
      while (isContinued(']')) {
        value(depth);
      }
    }
  }

  private void deepen(int depth) {
    if (depth > deepest) {
      throw expected("lists and objects that nest at most " + deepest + " deep");
    }
    at++;
  }

  private boolean isClosed(char end) {
    skip();
    boolean isClosed = next() == end;
    at += isClosed ? 1 : 0;
    return isClosed;
  }

  /** Whether a comma follows, and not the end. */
  private boolean isContinued(char end) {
    if (isClosed(end)) {
      return false;
    }
    if (next() != ',') {
      throw expected("',' or '" + end + "'");
    }
    at++;
    return true;
  }

  private void string() {
    at++;
    while (next() != '"') {
      if (at == text.length()) {
        throw expected("a closing double quote");
      }
      char character = text.charAt(at);
      if (character == '\n' || character == '\r') {
        throw wrong("expected \\n, or a closing double quote, before the end of the line");
      }
      if (character < ' ') {
        throw wrong(String.format(Locale.ROOT, "expected \\u%04X instead of the character itself", (int) character));
      }
      if (character == '\\') {
        escape();
      } else {
        at++;
      }
    }
    at++;
  }

  private void escape() {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (kind == 'u') {
      String digits = text.substring(at + 2, Math.min(at + 6, text.length()));
      if (!HEXADECIMAL.matcher(digits).matches()) {
        throw wrong("expected four hexadecimal digits after \\u, found '" + digits + "'");
      }
      at += 6;
    } else if (kind != 0 && ESCAPES.indexOf(kind) >= 0) {
      at += 2;
    } else {
      throw wrong("expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash in a text");
    }
  }

  private void word() {
    String word = wordHere();
    if (word.isEmpty()) {
      throw expected("a value");
    }
    boolean isOfNumber = "+-.0123456789".indexOf(word.charAt(0)) >= 0;
    if (isOfNumber ? !NUMBER.matcher(word).matches()
        : !word.equals("true") && !word.equals("false") && !word.equals("null")) {
      throw expected(isOfNumber ? "a number such as 12 or -0.5" : "a value");
    }
    at += word.length();
  }

  private String wordHere() {
    Matcher word = WORD.matcher(text).region(at, text.length());
    return word.lookingAt() ? word.group() : "";
  }

  private void skip() {
    Matcher space = WHITE_SPACE.matcher(text).region(at, text.length());
    if (space.lookingAt()) {
      at = space.end();
    }
  }

  /** The character that follows; 0 at the end. */
  private char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private JsonException expected(String what) {
    return wrong("expected " + what + ", found " + found());
  }

  private String found() {
    if (at == text.length()) {
      return THE_END;
    }
    String word = wordHere();
    if (!word.isEmpty()) {
      return "'" + (word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word) + "'";
    }
    int character = text.codePointAt(at);
    if (character == '\'') {
      return "a single quote";
    }
    return Character.isISOControl(character)
        ? String.format(Locale.ROOT, "U+%04X", character)
        : "'" + Character.toString(character) + "'";
  }

  private JsonException wrong(String message) {
    int line = 1;
    int begin = 0;
    for (int i = 0; i < at; i++) {
      boolean isWithNext = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !isWithNext)) {
        line++;
        begin = i + 1;
      }
    }
    return new JsonException(message, line, at - begin + 1);
  }
}
