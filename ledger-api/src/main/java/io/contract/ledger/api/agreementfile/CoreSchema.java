package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Value;
import java.util.regex.Pattern;

/** The core schema of YAML 1.2: what a scalar without quotes stands for. */
final class CoreSchema {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private CoreSchema() {}

  /** A plain scalar by the core schema of YAML 1.2. */
  static Value plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Value.NULL;
      case "true", "True", "TRUE" -> Value.bool(true);
      case "false", "False", "FALSE" -> Value.bool(false);
      default -> mayBeNumber(text.charAt(0)) && NUMBER.matcher(text).matches() ? new Value.Num(text) : Value.text(text);
    };
  }

  private static boolean mayBeNumber(char first) {
    return "+-.0123456789".indexOf(first) >= 0;
  }
}
