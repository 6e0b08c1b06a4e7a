package io.contract.ledger.scenario;

import io.contract.ledger.id.ClauseId;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An event that counts at one point on the axes of time and not at another, so that answers may differ.
 *
 * @param sequence the event's number in its agreement
 * @param type the event's name
 * @param clauses the ids of the clauses that it bears on
 */
public record Cause(long sequence, String type, SortedSet<ClauseId> clauses) {

  public Cause {
    clauses = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(clauses));
  }
}
