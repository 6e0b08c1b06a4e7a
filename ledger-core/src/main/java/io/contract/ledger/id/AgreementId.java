package io.contract.ledger.id;

/** The id of an agreement, unique in a ledger. */
public record AgreementId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
