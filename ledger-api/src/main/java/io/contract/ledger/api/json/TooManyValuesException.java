package io.contract.ledger.api.json;

/** The text has more values than its reader takes. It may be JSON all the same. */
public final class TooManyValuesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** @param most how many it takes */
  TooManyValuesException(int most) {
    super("more than " + most + " values", null, false, false);
  }
}
