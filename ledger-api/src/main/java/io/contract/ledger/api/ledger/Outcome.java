package io.contract.ledger.api.ledger;

import java.util.List;

/**
 * The outcome of recording facts.
 *
 * @param acknowledgements one for each fact, in order
 * @param sequence the agreement's last event after them
 */
public record Outcome(List<Acknowledgement> acknowledgements, long sequence) {

  public Outcome {
    acknowledgements = List.copyOf(acknowledgements);
  }

  /** Whether any fact was recorded just now. */
  public boolean isNew() {
    return acknowledgements.stream().anyMatch(Acknowledgement::isNew);
  }
}
