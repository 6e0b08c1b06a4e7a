package io.contract.ledger.terms;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind a recorded fact.
 *
 * @param reference the bank's or the invoice's own number
 * @param evidence a document that shows the fact
 */
public record Backing(@Nullable String reference, @Nullable Evidence evidence) {

  /** Nothing was given. */
  public static final Backing NONE = new Backing(null, null);

  /**
   * A document.
   *
   * @param uri where it is
   * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits
   * @param note what it shows and how sure that is
   */
  public record Evidence(@Nullable String uri, @Nullable String sha256, @Nullable String note) {}
}
