package io.contract.ledger.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Enum constants as the words for them in requests, files and answers. */
public final class EnumWords {

  private static final String UNSTATED = "unstated";

  private EnumWords() {}

  /** The word for a constant: {@code since-inception} for {@code SINCE_INCEPTION}. */
  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for the constants, in their order. */
  public static List<String> of(Enum<?>[] constants) {
    return Arrays.stream(constants).map(EnumWords::slug).toList();
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

  /**
   * The constant for a word that is known to be one.
   *
   * @throws IllegalArgumentException when there is no such constant
   */
  public static <E extends Enum<E>> E constant(Class<E> constants, String word) {
    return Enum.valueOf(constants, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The type whose values are the words for the constants. */
  public static Type oneOf(Enum<?>[] constants) {
    return new Type.OneOf(of(constants));
  }
}
