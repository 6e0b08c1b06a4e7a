package io.contract.ledger.api.statement;

import io.contract.ledger.budget.Budget;
import io.contract.ledger.budget.QuestionTooLargeException;
import java.awt.Font;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text of the page into what the PDF library can write and what has to be drawn for it ({@link DrawnText}). A text that begins
 * from the right is drawn as one piece, so that its words, numbers and brackets stand in its own order; so is a part from the right
 * within another text. What no font has is named by its script in brackets.
 */
final class PaperLetters {

  /** The longest piece that is drawn from the right, in characters. A longer text is broken into lines of its own. */
  private static final int LONGEST_LINE = 32;

  /** How wide letters that need no spaces between words stand together, in characters. */
  private static final int LONGEST_CHUNK = 10;

  /** The most lines and curves of all that is drawn on one paper: some 8,000 Chinese characters, and a PDF of some 7 MB. */
  private static final long MOST_STROKES = 500_000;

  private final PageFont pageFont;
  private final Fonts fonts;
  private final Set<String> missing = new TreeSet<>();
  private long strokes;

  PaperLetters(PageFont pageFont, Fonts fonts) {
    this.pageFont = pageFont;
    this.fonts = fonts;
  }

  /**
   * A piece of a text.
   *
   * @param text written as it is, unless it is drawn
   * @param isLine whether it stands on a line of its own
   */
  record Piece(String text, @Nullable DrawnText drawn, boolean isLine) {
    static Piece plain(String text) {
      return new Piece(text, null, false);
    }
  }

  /** The scripts for which no font was found, by name. */
  Set<String> missing() {
    return missing;
  }

  /** The pieces in the order of the text. */
  List<Piece> cut(String whole) {
    String text = readable(whole);
    List<Piece> pieces = new ArrayList<>();
    if (text.codePoints().allMatch(this::isPlain)) {
      pieces.add(Piece.plain(text));
      return pieces;
    }
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (!bidi.baseIsLeftToRight()) {
      fromTheRight(text, pieces);
      return pieces;
    }
    int start = 0;
    while (start < text.length()) {
      boolean isRightToLeft = bidi.getLevelAt(start) > 0;
      int end = start;
      while (end < text.length() && bidi.getLevelAt(end) > 0 == isRightToLeft) {
        end++;
      }
      String part = text.substring(start, end);
      if (isRightToLeft) {
        fromTheRight(part, pieces);
      } else {
        fromTheLeft(part, pieces);
      }
      start = end;
    }
    return pieces;
  }

  /** The text without characters that stand for no letter, which earlier versions recorded. */
  private static String readable(String text) {
    StringBuilder readable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .filter(c -> c == 0x200C || c == 0x200D || !isHidden(c))
        .forEach(readable::appendCodePoint);
    return readable.toString();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private boolean isPlain(int character) {
    return pageFont.has(character) && !isFromTheRight(character);
  }

  private static boolean isFromTheRight(int character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
      default -> false;
    };
  }

  private void fromTheLeft(String text, List<Piece> pieces) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    StringBuilder chunk = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = text.substring(start, end);
      if (word.codePoints().allMatch(this::isPlain)) {
        drawChunk(chunk, pieces);
        pieces.add(Piece.plain(word));
      } else {
        if (chunk.length() + word.length() > LONGEST_CHUNK) {
          drawChunk(chunk, pieces);
        }
        chunk.append(word);
        if (!word.equals(word.stripTrailing())) {
          drawChunk(chunk, pieces);
        }
      }
    }
    drawChunk(chunk, pieces);
  }

  private void drawChunk(StringBuilder chunk, List<Piece> pieces) {
    if (!chunk.isEmpty()) {
      String text = chunk.toString().stripTrailing();
      pieces.add(drawn(text, false, false));
      if (text.length() < chunk.length()) {
        pieces.add(Piece.plain(" "));
      }
      chunk.setLength(0);
    }
  }

  private void fromTheRight(String part, List<Piece> pieces) {
    String text = part.strip();
    if (part.startsWith(" ")) {
      pieces.add(Piece.plain(" "));
    }
    List<String> lines = lines(text);
    lines.forEach(line -> pieces.add(drawn(line, true, lines.size() > 1)));
    if (part.endsWith(" ")) {
      pieces.add(Piece.plain(" "));
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= LONGEST_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private Piece drawn(String text, boolean isRightToLeft, boolean isLine) {
    List<Font> needed = new ArrayList<>();
    Set<String> lacking = new TreeSet<>();
    foreignByScript(text).forEach((script, letters) -> {
      List<Font> fonts = this.fonts.forText(letters);
      if (letters.codePoints().anyMatch(letter -> fonts.stream().noneMatch(font -> font.canDisplay(letter)))) {
        lacking.add(script);
      }
      needed.addAll(fonts);
    });
    Optional<Font> page = pageFont.drawing();
    if (page.isEmpty()) {
      lacking.add(Scripts.of(text).orElse(Scripts.NONE));
    }
    if (!lacking.isEmpty()) {
      missing.addAll(lacking);
      return new Piece("[" + String.join(", ", lacking) + "]", null, isLine);
    }
    needed.add(page.get());
    DrawnText drawn = DrawnText.of(text, isRightToLeft, needed);
    spend(drawn.strokes());
    return new Piece(text, drawn, isLine);
  }

  private void spend(int more) {
    strokes += more;
    if (strokes > MOST_STROKES) {
      throw QuestionTooLargeException.ofDrawing(MOST_STROKES);
    }
    Budget.steps(more);
  }

  /** The letters that the page's font lacks, with the marks on them, by script. Han and kana of one text have one font. */
  private Map<String, String> foreignByScript(String text) {
    Map<String, String> letters = new LinkedHashMap<>();
    String before = Scripts.of(text).orElse(Scripts.NONE);
    for (int character : text.codePoints().filter(c -> !pageFont.has(c) && !isHidden(c)).toArray()) {
      String one = Character.toString(character);
      String script = Scripts.of(one).orElse(before);
      letters.merge(Scripts.isEastAsian(script) ? "Han" : script, one, String::concat);
      before = script;
    }
    return letters;
  }
}
