package io.contract.ledger.api.words;

import io.contract.ledger.value.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Enum constants as words of the interface. */
public final class Words {

  private static final String UNSTATED = "unstated";

  private Words() {}

  /** The word for a constant: {@code since-inception} for {@code SINCE_INCEPTION}. */
  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for the constants, in their order. */
  public static List<String> of(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Words::slug).toList();
  }

  /** The words that a reading may choose: all except {@code unstated}. */
  public static List<String> readable(Enum<?>[] constants) {
    return of(constants).stream().filter(word -> !isUnstated(word)).toList();
  }

  /** Whether the word means that the clause leaves the matter open. */
  public static boolean isUnstated(String word) {
    return word.equals(UNSTATED);
  }

  /** The constant for a word. */
  public static <E extends Enum<E>> Optional<E> named(E[] constants, String word) {
    return Arrays.stream(constants).filter(constant -> slug(constant).equals(word)).findFirst();
  }

  /** The type whose values are the words for the constants. */
  public static Type oneOf(Enum<?>[] constants) {
    return new Type.OneOf(of(constants));
  }
}
