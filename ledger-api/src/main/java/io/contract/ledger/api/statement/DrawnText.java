package io.contract.ledger.api.statement;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.text.AttributedString;
import java.util.List;

/**
 * Letters that are drawn as shapes, because the PDF library cannot write them: it neither joins Arabic letters nor orders Devanagari
 * ones, and embeds no fonts of the kind that Chinese, Japanese and Korean ones are. Java's own layout does.
 *
 * @param text what is drawn
 * @param width in em, the size of the letters around it
 * @param shape the outline, in em, from the beginning of the baseline
 */
record DrawnText(String text, double width, Shape shape) {

  /** How far letters and their marks reach above the baseline, in em. */
  static final double ASCENT = 1.15;

  /** How far they reach below it, in em. */
  static final double DESCENT = 0.4;

  private static final int SIZE = 1000;

  /**
   * Lays out a text.
   *
   * @param fonts have all of its letters; each letter is of the first that has it
   */
  static DrawnText of(String text, boolean isRightToLeft, List<Font> fonts) {
    AttributedString letters = new AttributedString(text);
    letters.addAttribute(TextAttribute.RUN_DIRECTION,
        isRightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    List<Font> sized = fonts.stream().map(font -> font.deriveFont((float) SIZE)).toList();
    int start = 0;
    while (start < text.length()) {
      Font font = fontOf(text.codePointAt(start), sized);
      int end = start + Character.charCount(text.codePointAt(start));
      // A mark stands on its letter only where both are laid out together.
      while (end < text.length() && font.canDisplay(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      letters.addAttribute(TextAttribute.FONT, font, start, end);
      start = end;
    }
    TextLayout layout = new TextLayout(letters.getIterator(), new FontRenderContext(null, true, true));
    AffineTransform toEm = AffineTransform.getScaleInstance(1.0 / SIZE, 1.0 / SIZE);
    return new DrawnText(text, layout.getAdvance() / SIZE, layout.getOutline(toEm));
  }

  /** How many lines and curves the outline has, which is what drawing it takes. */
  int strokes() {
    int count = 0;
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      count++;
    }
    return count;
  }

  private static Font fontOf(int character, List<Font> fonts) {
    return fonts.stream().filter(font -> font.canDisplay(character)).findFirst().orElse(fonts.getFirst());
  }
}
