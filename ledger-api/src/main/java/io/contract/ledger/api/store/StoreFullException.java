package io.contract.ledger.api.store;

/** There is no space to record anything more. What is recorded can be asked about as before. */
public final class StoreFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFullException(String message) {
    super(message, null, false, false);
  }
}
