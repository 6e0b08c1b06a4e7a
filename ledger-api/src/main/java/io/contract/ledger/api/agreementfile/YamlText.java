package io.contract.ledger.api.agreementfile;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The characters of a file, as a YAML parser takes them, portion by portion. It refuses what is not UTF-8, characters that YAML does
 * not have, and a text that goes on and on: the parser would gather it in memory before anyone could judge it.
 *
 * <p>A portion never ends between the two halves of a surrogate pair. If it did, snakeyaml-engine 3.0.1 would read beyond its buffer.
 */
final class YamlText extends Reader {

  /** The longest text that is read, in characters. */
  static final int LONGEST = JsonText.LONGEST_TEXT;

  /** The longest text whose characters are all escaped, such as {@code \\u0041}, with room for white space around it. */
  private static final int LONGEST_WRITTEN = 6 * LONGEST + 64 * 1024;

  private final Reader source;
  private char heldBack;
  private boolean isHeldBack;
  private boolean isBegun;
  private boolean isDecided;
  private boolean isJson;
  private boolean isAfterReturn;
  private int line = 1;
  private int column = 1;
  private long unparsed;
  private Place parsed = Place.START;

  YamlText(InputStream utf8) {
    // The decoder of a charset itself refuses malformed bytes; a reader made of the charset would replace them.
    this.source = new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder());
  }

  /** Notes that the parser has understood everything up to that place. */
  void parsedTo(Place place) {
    unparsed = 0;
    parsed = place;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = 0;
    while (count == 0) {
      count = fill(buffer, offset, length);
    }
    if (count < 0) {
      return count;
    }
    unparsed += count;
    if (unparsed > LONGEST_WRITTEN) {
      throw tooLong(parsed);
    }
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = seen(buffer[offset + i], i + 1 < count ? buffer[offset + i + 1] : 0);
    }
    return count;
  }

  static Unreadable tooLong(Place place) {
    return new Unreadable(place, Pointer.ROOT,
        String.format(Locale.ROOT,
            "a text or comment begins here that has more than %,d characters, which is the limit",
            LONGEST));
  }

  /** Reads a portion; 0 when there is half a character only, and -1 at the end. */
  private int fill(char[] buffer, int offset, int length) {
    int count = 0;
    if (isHeldBack) {
      buffer[offset] = heldBack;
      count = 1;
      isHeldBack = false;
    }
    int more = portion(buffer, offset + count, length - count);
    count += Math.max(0, more);
    if (more > 0 && Character.isHighSurrogate(buffer[offset + count - 1])) {
      count--;
      heldBack = buffer[offset + count];
      isHeldBack = true;
    }
    if (!isBegun && count > 0) {
      isBegun = true;
      if (buffer[offset] == '\uFEFF') {
        count--;
        System.arraycopy(buffer, offset + 1, buffer, offset, count);
      }
    }
    return more < 0 && count == 0 ? -1 : count;
  }

  private int portion(char[] buffer, int offset, int length) {
    try {
      return source.read(buffer, offset, length);
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable(new Place(line, column), Pointer.ROOT, "the file is not UTF-8 text");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Counts the character and returns what the parser gets for it. */
  private char seen(char character, char next) {
    if (!Character.isLowSurrogate(character)) {
      int codePoint = Character.isHighSurrogate(character) ? Character.toCodePoint(character, next) : character;
      if (!StreamReader.isPrintable(codePoint)) {
        throw new Unreadable(new Place(line, column), Pointer.ROOT,
            String.format(Locale.ROOT, "character U+%04X is not allowed in YAML", codePoint));
      }
      move(character);
    }
    if (!isDecided && !Character.isWhitespace(character)) {
      isDecided = true;
      isJson = character == '{';
    }
    // JSON may be indented by tabs, YAML may not. A JSON string never contains a tab.
    return character == '\t' && (isJson || !isDecided) ? ' ' : character;
  }

  private void move(char character) {
    if (character == '\n' && isAfterReturn) {
      // The line ended with the carriage return before.
      isAfterReturn = false;
      return;
    }
    isAfterReturn = character == '\r';
    if (character == '\n' || isAfterReturn) {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
