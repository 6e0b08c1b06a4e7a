package io.contract.ledger.agreement;

import java.util.List;

/**
 * The aggregate's answer: the decisions on the facts, and the identifiers of the new events.
 *
 * @param decisions the decisions on the facts, whose state is the agreement's once the transaction commits
 * @param eventIds the identifiers of the new events, in order
 */
public record StoredDecisions(Decisions decisions, List<String> eventIds) {

  public StoredDecisions {
    eventIds = List.copyOf(eventIds);
  }
}
