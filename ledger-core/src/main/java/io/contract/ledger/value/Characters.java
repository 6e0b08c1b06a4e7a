package io.contract.ledger.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The characters that no text may have: control characters other than line breaks, DEL, halves of surrogate pairs, and U+FFFE and
 * U+FFFF, which are no characters. Databases, PDF and XML refuse some of them, and people see none. They are looked for where texts
 * come in. Stored facts are read without, so that a rule that becomes stricter changes nothing recorded.
 */
public final class Characters {

  private Characters() {}

  /**
   * What is wrong with the texts in a value, names of fields included: a violation for each text that has such a character.
   *
   * <p>Example: {@code {"title": "a\u0000"}} gives {@code /title}: {@code has U+0000 at place 2, which no text may have}.
   *
   * @param at where the value stands
   */
  public static List<Violation> violations(Value value, Pointer at) {
    FoundViolations found = new FoundViolations();
    find(value, at, found);
    return found.list(at);
  }

  private static void find(Value value, Pointer at, FoundViolations found) {
    switch (value) {
      case Value.Text(var text) -> refused(text).ifPresent(why -> found.add(violation(at, why)));
      case Value.Tree(var entries) -> {
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
          refused(entry.getKey()).ifPresent(why -> found.add(violation(at, "a name " + why)));
          find(entry.getValue(), at.child(entry.getKey()), found);
        }
      }
      case Value.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          find(items.get(i), at.child(i), found);
        }
      }
      case Value.Num _,Value.Bool _,Value.Null _ -> {
        // They have no text.
      }
    }
  }

  private static Violation violation(Pointer at, String why) {
    return new Violation(at, Code.INVALID_VALUE, why);
  }

  /** Why the text is refused; empty when it has no such character. */
  public static Optional<String> refused(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (isRefused(character)) {
        return Optional.of(
            "has " + String.format(Locale.ROOT, "U+%04X", character) + " at place " + (i + 1)
                + ", which no text may have");
      }
    }
    return Optional.empty();
  }

  private static boolean isRefused(int character) {
    boolean isLineBreak = character == '\n' || character == '\r';
    return (character < ' ' && !isLineBreak)
        || character == 0x7F
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        || character == 0xFFFE
        || character == 0xFFFF;
  }
}
