package io.contract.ledger.id;

/** The id of a party, unique in its agreement. */
public record PartyId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
