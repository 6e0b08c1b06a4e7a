package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a row of obligations was computed from, beyond the row and the terms. An explanation reads this and computes nothing again
 * (ADR 0021).
 *
 * @param judgedBy the revision that states when a recurring duty is due in its period; empty for every other row
 * @param done the discharge or waiver of a duty, whichever came first; empty while there is none, and for every other row
 * @param reported what counts as progress of a commitment; empty for every other row
 */
public record ObligationWorkings(Optional<Revision> judgedBy, Optional<Done> done, List<Part> reported) {

  static final ObligationWorkings NOTHING = new ObligationWorkings(Optional.empty(), Optional.empty(), List.of());

  public ObligationWorkings {
    reported = List.copyOf(reported);
  }

  /**
   * The discharge or waiver of a duty.
   *
   * @param sequence number of the event that records it
   * @param as the status that it gives to the duty
   */
  public record Done(LocalDate on, long sequence, String as) {}

  /**
   * The part of a report that counts toward a commitment.
   *
   * @param days the days of the report on which the clause is in force
   */
  public record Part(KnownReport report, DateRange days) {}
}
