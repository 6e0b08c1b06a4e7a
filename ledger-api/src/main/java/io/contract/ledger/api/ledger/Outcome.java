package io.contract.ledger.api.ledger;

import java.util.List;

/**
 * What became of facts that were asked to be recorded.
 *
 * @param acknowledgements one for each fact, in order
 * @param sequence the agreement's last event after them
 */
public record Outcome(List<Acknowledgement> acknowledgements, long sequence) {

  public Outcome {
    acknowledgements = List.copyOf(acknowledgements);
  }

  /** Whether anything was recorded just now. */
  public boolean isNew() {
    return acknowledgements.stream().anyMatch(Acknowledgement::isNew);
  }
}
