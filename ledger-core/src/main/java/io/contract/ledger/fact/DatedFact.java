package io.contract.ledger.fact;

import java.time.LocalDate;
import java.util.Optional;

/** A fact about one business day, {@code on}. */
public sealed interface DatedFact extends Fact
    permits Waiver, Discharge, BroughtForward, Reversal, Milestone, Launch, SupportDecline {

  /** The day. */
  LocalDate on();

  @Override
  default Optional<LocalDate> effectiveOn() {
    return Optional.of(on());
  }
}
