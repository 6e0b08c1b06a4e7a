package io.contract.ledger.api.statement;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The fonts for letters that the font of the page lacks: those of the folder that {@code ledger.fonts} names, or else those of this
 * machine. A font is looked for when a letter first needs it, and what was found is kept while the server runs (ADR 0034).
 *
 * <p>Each file is opened once. Whoever needs it meanwhile waits for it; whoever has found its fonts waits for nobody.
 */
@Component
final class Fonts {

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

  /** Where machines keep fonts that everybody may use. */
  private static final List<Path> OF_THE_MACHINE =
      List.of(
          Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/Library/Fonts"),
          Path.of("/System/Library/Fonts"), Path.of("C:\\Windows\\Fonts"));

  /** How deep folders of fonts nest. */
  private static final int DEPTH = 8;

  /** How many letters of one text may each have a font of their own looked for. */
  private static final int MOST_SEARCHES = 16;

  private final List<Path> folders;
  private final Map<String, Font> found = new ConcurrentHashMap<>();
  private final Map<Path, List<Font>> read = new ConcurrentHashMap<>();
  private final Set<Integer> absent = ConcurrentHashMap.newKeySet();

  Fonts(@Value("${ledger.fonts:}") String folder) {
    folders = folder.isBlank() ? OF_THE_MACHINE : List.of(Path.of(folder.strip()));
  }

  /**
   * The fonts that have the letters of the text: one that has all, if there is one, or else some that have as many as can be found.
   *
   * @param text letters of one script, with the marks that stand on them
   */
  List<Font> forText(String text) {
    String style = style(text);
    Font known = found.get(style);
    if (known != null && shows(known, text)) {
      return List.of(known);
    }
    Optional<Font> one = absent.stream().anyMatch(letter -> text.indexOf(letter) >= 0) ? Optional.empty()
        : search(style, text);
    if (one.isPresent()) {
      found.put(style, one.get());
      return List.of(one.get());
    }
    return forLetters(style, text);
  }

  private List<Font> forLetters(String style, String text) {
    List<Font> fonts = new ArrayList<>(Optional.ofNullable(found.get(style)).stream().toList());
    int searches = 0;
    for (int letter : text.codePoints().distinct().toArray()) {
      boolean isSearched =
          searches < MOST_SEARCHES && !absent.contains(letter)
              && fonts.stream().noneMatch(font -> font.canDisplay(letter));
      if (isSearched) {
        searches++;
        search(style, Character.toString(letter)).ifPresentOrElse(fonts::add, () -> absent.add(letter));
      }
    }
    return fonts;
  }

  /** The script of the text as fonts name it; of Chinese, Japanese and Korean, whose fonts have each other's letters, the language. */
  private static String style(String text) {
    List<Character.UnicodeScript> scripts = text.codePoints().mapToObj(Character.UnicodeScript::of).distinct().toList();
    if (scripts.contains(Character.UnicodeScript.HIRAGANA) || scripts.contains(Character.UnicodeScript.KATAKANA)) {
      return "CJK JP";
    }
    if (scripts.contains(Character.UnicodeScript.HANGUL)) {
      return "CJK KR";
    }
    if (scripts.contains(Character.UnicodeScript.HAN) || scripts.contains(Character.UnicodeScript.BOPOMOFO)) {
      return "CJK SC";
    }
    return Scripts.of(text).orElse(Scripts.NONE);
  }

  private Optional<Font> search(String style, String text) {
    String name = style.split(" ", -1)[0].toLowerCase(Locale.ROOT);
    return files().stream()
        .sorted(Comparator.comparingInt((Path file) -> rank(file, name)).thenComparing(Path::toString))
        .flatMap(file -> fonts(file, style))
        .filter(font -> shows(font, text))
        .findFirst();
  }

  /** Fonts that are named after the script come first, and upright ones without serifs, as the rest of the page is. */
  private static int rank(Path file, String script) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.contains(script) ? 0 : 8)
        + (name.contains("sans") ? 0 : 4)
        + (name.contains("bold") || name.contains("italic") || name.contains("oblique") ? 2 : 0)
        + (name.contains("regular") ? 0 : 1);
  }

  private List<Path> files() {
    return folders.stream().filter(Files::isDirectory).flatMap(Fonts::filesIn).toList();
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|otf|ttc|otc)")).toList()
          .stream();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      LOG.warn("The fonts in {} cannot be listed: {}", folder, unreadable.toString());
      return Stream.empty();
    }
  }

  /** The fonts in a file, first the one for the language. */
  private Stream<Font> fonts(Path file, String style) {
    return read.computeIfAbsent(file, Fonts::read).stream()
        .sorted(Comparator.comparing(font -> !font.getFontName(Locale.ROOT).contains(style)));
  }

  private static List<Font> read(Path file) {
    try {
      return List.of(Font.createFonts(file.toFile()));
    } catch (IOException | FontFormatException notAFont) {
      LOG.debug("{} is no font that Java reads", file, notAFont);
      return List.of();
    } catch (LinkageError | InternalError noFonts) {
      // A Java without its font library, or a Linux without fontconfig. What cannot be drawn is named on the page.
      LOG.warn("This Java cannot use fonts ({}); on Debian, install fontconfig and libfreetype6", noFonts.toString());
      return List.of();
    }
  }

  private static boolean shows(Font font, String text) {
    return font.canDisplayUpTo(text) < 0;
  }
}
