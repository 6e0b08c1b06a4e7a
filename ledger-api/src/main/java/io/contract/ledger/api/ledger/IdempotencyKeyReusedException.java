package io.contract.ledger.api.ledger;

/** The caller's key was recorded with another request, so that it is unclear which one is meant. Nothing was recorded. */
public final class IdempotencyKeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the key. */
  IdempotencyKeyReusedException(String key) {
    super("the Idempotency-Key '" + key + "' was recorded with another request", null, false, false);
  }
}
