package io.contract.ledger.id;

/** The id of a clause, unique in its agreement and never used again. Sorted as text. */
public record ClauseId(String text) implements Id, Comparable<ClauseId> {
  @Override
  public int compareTo(ClauseId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
