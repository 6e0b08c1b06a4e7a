package io.contract.ledger.agreement;

import java.util.List;

/**
 * What the aggregate answers: what became of each fact, and the identifiers of the new events.
 *
 * @param recordings what became of the facts; its state is the agreement once the transaction commits
 * @param eventIds the identifiers of the new events, in order
 */
public record RecordingResult(Recordings recordings, List<String> eventIds) {

  public RecordingResult {
    eventIds = List.copyOf(eventIds);
  }
}
