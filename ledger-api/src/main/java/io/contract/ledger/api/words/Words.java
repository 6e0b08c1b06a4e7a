package io.contract.ledger.api.words;

import io.contract.ledger.value.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words of the interface: constants as they are written there. */
public final class Words {

  private static final String UNSTATED = "unstated";

  private Words() {}

  /** {@code SINCE_INCEPTION} is {@code since-inception}. */
  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constants as words, in their order. */
  public static List<String> of(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Words::slug).toList();
  }

  /** Likewise what a reading can make of them: all but that nothing is said. */
  public static List<String> readable(Enum<?>[] constants) {
    return of(constants).stream().filter(word -> !isUnstated(word)).toList();
  }

  /** Whether the word says that the text of a clause leaves it open. */
  public static boolean isUnstated(String word) {
    return word.equals(UNSTATED);
  }

  /** The constant that the word writes. */
  public static <E extends Enum<E>> Optional<E> named(E[] constants, String word) {
    return Arrays.stream(constants).filter(constant -> slug(constant).equals(word)).findFirst();
  }

  /** One of the constants. */
  public static Type oneOf(Enum<?>[] constants) {
    return new Type.OneOf(of(constants));
  }
}
