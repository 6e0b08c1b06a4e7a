package io.contract.ledger.api.agreementfile;

import java.io.Reader;

/**
 * Reads a text in portions that never end between the two halves of a surrogate pair. If a portion did, snakeyaml-engine 3.0.1
 * would read beyond its buffer.
 */
final class WholeCharacters extends Reader {

  private final String text;
  private int at;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), at + length);
    if (end < text.length() && end - at > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(at, end, buffer, offset);
    int count = end - at;
    at = end;
    return count;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
