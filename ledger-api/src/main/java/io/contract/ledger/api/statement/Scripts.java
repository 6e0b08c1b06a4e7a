package io.contract.ledger.api.statement;

import java.util.Locale;
import java.util.Optional;

/** The names of scripts, for people and for finding fonts. */
final class Scripts {

  /** What letters are called that belong to no script. */
  static final String NONE = "Symbols";

  private Scripts() {}

  /** The script of the first letter that has one, such as {@code Devanagari}; empty when none has. */
  static Optional<String> of(String text) {
    return text.codePoints().mapToObj(Character.UnicodeScript::of).filter(Scripts::isOne).findFirst()
        .map(Scripts::name);
  }

  private static boolean isOne(Character.UnicodeScript script) {
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> false;
      default -> true;
    };
  }

  private static String name(Character.UnicodeScript script) {
    String words = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether fonts have the script together with those of the other East Asian languages. */
  static boolean isEastAsian(String script) {
    return switch (script) {
      case "Han", "Hiragana", "Katakana", "Bopomofo" -> true;
      default -> false;
    };
  }
}
