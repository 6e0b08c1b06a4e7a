package io.contract.ledger.id;

/** The id of a payment, unique in its agreement. */
public record PaymentId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
