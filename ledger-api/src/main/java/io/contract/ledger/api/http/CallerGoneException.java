package io.contract.ledger.api.http;

/** The caller has closed the connection before the answer was ready, so that nothing more is computed. */
final class CallerGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallerGoneException() {
    super("the caller closed the connection", null, false, false);
  }
}
