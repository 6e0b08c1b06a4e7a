package io.contract.ledger.api.words;

import io.contract.ledger.value.Type;
import java.util.Arrays;
import java.util.Locale;

/** Words of the interface: constants as they are written there. */
public final class Words {

  private Words() {}

  /** {@code SINCE_INCEPTION} is {@code since-inception}. */
  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One of the constants. */
  public static Type oneOf(Enum<?>[] constants) {
    return new Type.OneOf(Arrays.stream(constants).map(Words::slug).toList());
  }
}
