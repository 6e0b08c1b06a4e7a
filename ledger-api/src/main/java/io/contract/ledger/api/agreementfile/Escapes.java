package io.contract.ledger.api.agreementfile;

import java.util.Locale;

/**
 * Escapes, in YAML or JSON that was written, the characters that a reader may take for something else than text: line and paragraph
 * separators, which YAML 1.1 folds into a space; the byte order mark, which readers drop; DEL and the upper control characters, which
 * YAML does not allow; and U+FFFE and U+FFFF. All of them stand in double quotes wherever this is used.
 *
 * <p>They become {@code \\u2028} and not {@code \\L}: both formats have that escape, and snakeyaml-engine 3.0.1 does not know the
 * short one.
 */
final class Escapes {

  private Escapes() {}

  /** The text with these characters escaped. */
  static String escaped(String written) {
    if (written.chars().noneMatch(Escapes::needsEscape)) {
      return written;
    }
    StringBuilder escaped = new StringBuilder(written.length() + 16);
    for (int i = 0; i < written.length(); i++) {
      char character = written.charAt(i);
      if (needsEscape(character)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        escaped.append(character);
      }
    }
    return escaped.toString();
  }

  private static boolean needsEscape(int character) {
    return (character >= 0x7F && character <= 0x9F)
        || character == 0x2028
        || character == 0x2029
        || character == 0xFEFF
        || character == 0xFFFE
        || character == 0xFFFF;
  }
}
