package io.contract.ledger.agreement;

import java.util.List;

/**
 * What the aggregate answers: what became of each fact, and the identifiers of the new events.
 *
 * @param decisions what became of the facts; its state is the agreement once the transaction commits
 * @param eventIds the identifiers of the new events, in order
 */
public record StoredDecisions(Decisions decisions, List<String> eventIds) {

  public StoredDecisions {
    eventIds = List.copyOf(eventIds);
  }
}
