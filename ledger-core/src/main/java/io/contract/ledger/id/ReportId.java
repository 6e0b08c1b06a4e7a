package io.contract.ledger.id;

/** The id of a revenue report or of a restatement, unique among both in its agreement. */
public record ReportId(String text) implements Id {
  @Override
  public String toString() {
    return text;
  }
}
