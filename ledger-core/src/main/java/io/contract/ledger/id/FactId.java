package io.contract.ledger.id;

/** The id of a fact of a kind that nothing refers to, unique in its kind and agreement. */
public record FactId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
