package io.contract.ledger.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The characters that nobody sees and that no text may have. Databases, PDF and XML refuse some of them; others show a text in another
 * order than it is in, or make two texts that look alike differ. They are looked for where texts come in. Stored facts are read without,
 * so that a rule that becomes stricter changes nothing recorded.
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
            "has " + named(character) + " at place " + (text.codePointCount(0, i) + 1) + ", which no text may have");
      }
    }
    return Optional.empty();
  }

  private static String named(int character) {
    return character == '\t' ? "a tab" : String.format(Locale.ROOT, "U+%04X", character);
  }

  private static boolean isRefused(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n' && character != '\r';
      case Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> turnsOrHides(character);
      default -> isNoCharacter(character);
    };
  }

  /**
   * Whether it turns the text around it, or takes no room and means nothing. Those that the spelling of a script needs, such as the two
   * joiners and the marks of direction, do neither.
   */
  private static boolean turnsOrHides(int character) {
    boolean turns = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x206F);
    boolean hides = character == 0x200B || (character >= 0x2060 && character <= 0x2064) || character == 0xFEFF;
    return turns || hides;
  }

  /** Whether Unicode promises that it never becomes a character. */
  private static boolean isNoCharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
  }
}
