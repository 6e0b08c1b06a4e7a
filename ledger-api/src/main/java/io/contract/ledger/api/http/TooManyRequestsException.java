package io.contract.ledger.api.http;

/** Too many requests of a kind are being answered for another to have its turn in time. */
final class TooManyRequestsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyRequestsException(String of) {
    super("too many " + of + " at a time; send this one again later", null, false, false);
  }
}
