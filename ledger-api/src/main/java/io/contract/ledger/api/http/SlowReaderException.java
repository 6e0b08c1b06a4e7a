package io.contract.ledger.api.http;

import java.io.IOException;

/** The caller read its answer so slowly that the connection was broken off. */
final class SlowReaderException extends IOException {

  private static final long serialVersionUID = 1L;

  SlowReaderException() {
    super("the caller read too slowly");
  }
}
