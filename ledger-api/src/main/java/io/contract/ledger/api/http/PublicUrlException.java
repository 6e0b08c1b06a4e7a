package io.contract.ledger.api.http;

/** The setting of the address at which others reach the server is no such address. The message is for people. */
public final class PublicUrlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PublicUrlException(String given) {
    super("'" + given
        + "' cannot be the address at which others reach the server. Write one like https://ledger.example, with"
        + " --public-url, as LEDGER_PUBLICURL in the environment, or as the property ledger.public-url.");
  }
}
