package io.contract.ledger.api.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a journal is given out, beside the JSON of the interface. */
public enum JournalFormat {
  HLEDGER("text/plain;charset=UTF-8"),
  LEDGER("text/plain;charset=UTF-8"),
  BEANCOUNT("text/plain;charset=UTF-8"),
  CSV("text/csv;charset=UTF-8");

  private final String contentType;

  JournalFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The name in addresses and on the command line: {@code hledger}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the answer says that it is. */
  public String contentType() {
    return contentType;
  }

  /** All names. */
  public static List<String> slugs() {
    return Arrays.stream(values()).map(JournalFormat::slug).toList();
  }

  /** The format of that name. */
  public static Optional<JournalFormat> named(String slug) {
    return Arrays.stream(values()).filter(format -> format.slug().equals(slug)).findFirst();
  }
}
