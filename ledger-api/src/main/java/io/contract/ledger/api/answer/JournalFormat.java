package io.contract.ledger.api.answer;

import io.contract.ledger.value.EnumWords;
import java.util.List;
import java.util.Optional;

/** The forms in which a journal can be exported, besides the JSON of the interface. */
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
    return EnumWords.slug(this);
  }

  /** The media type of the answer. */
  public String contentType() {
    return contentType;
  }

  /** All names. */
  public static List<String> slugs() {
    return EnumWords.of(values());
  }

  /** The format of that name. */
  public static Optional<JournalFormat> named(String slug) {
    return EnumWords.named(values(), slug);
  }
}
