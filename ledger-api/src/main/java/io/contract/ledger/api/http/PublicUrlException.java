package io.contract.ledger.api.http;

import io.contract.ledger.api.store.CauseChain;

/** The setting of the address at which others reach the server is no such address. The message is for people. */
public final class PublicUrlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PublicUrlException(String given) {
    super("'" + given
        + "' cannot be the address at which others reach the server. Write one like https://ledger.example, with"
        + " --public-url, as LEDGER_PUBLICURL in the environment, or as the property ledger.public-url.");
  }

  /** Whether that is why a start failed. */
  public static boolean isCauseOf(Throwable failure) {
    return CauseChain.of(failure).anyMatch(PublicUrlException.class::isInstance);
  }
}
