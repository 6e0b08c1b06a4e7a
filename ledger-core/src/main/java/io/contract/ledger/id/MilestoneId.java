package io.contract.ledger.id;

/** The id of a milestone, which clauses may name before it is attested. */
public record MilestoneId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
