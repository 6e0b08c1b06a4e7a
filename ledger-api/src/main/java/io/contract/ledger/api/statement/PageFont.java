package io.contract.ledger.api.statement;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The font of the page on paper. It comes from the PDFBox library, which provides it for documents that lack one, so that a PDF with
 * Latin, Greek and Cyrillic names does not depend on the fonts of the machine.
 */
final class PageFont {

  static final String NAME = "Liberation Sans";

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final CmapLookup letters;
  private @Nullable Font drawing;

  PageFont() {
    try (InputStream file = file()) {
      letters = new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static InputStream file() {
    return Objects.requireNonNull(PageFont.class.getResourceAsStream(FILE), FILE);
  }

  /** Whether it has the letter. */
  boolean has(int character) {
    return Character.isWhitespace(character) || letters.getGlyphId(character) != 0;
  }

  /** The same font for drawing; empty when this Java cannot draw with fonts. */
  synchronized Optional<Font> drawing() {
    if (drawing == null) {
      drawing = read();
    }
    return Optional.ofNullable(drawing);
  }

  private static @Nullable Font read() {
    try (InputStream file = file()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException impossible) {
      throw new IllegalStateException("the page's font cannot be read", impossible);
    } catch (LinkageError | InternalError noFonts) {
      // Then no other font can be used either, which is logged where one is looked for.
      return null;
    }
  }
}
