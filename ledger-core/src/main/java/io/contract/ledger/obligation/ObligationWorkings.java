package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.known.KnownReport;
import io.contract.ledger.terms.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a row of obligations came about, where the row and the terms do not say it. What explains the row reads this and computes
 * nothing again (ADR 0021).
 *
 * @param judgedBy the revision that says when a recurring duty is due in its period; empty of every other row
 * @param done what came of a duty, whichever came first; empty while nothing has, and of every other row
 * @param reported what counts as progress of a commitment; none of every other row
 */
public record ObligationWorkings(Optional<Revision> judgedBy, Optional<Done> done, List<Part> reported) {

  static final ObligationWorkings NOTHING = new ObligationWorkings(Optional.empty(), Optional.empty(), List.of());

  public ObligationWorkings {
    reported = List.copyOf(reported);
  }

  /**
   * What came of a duty: it was discharged or waived.
   *
   * @param sequence number of the event that says it
   * @param as the status that it gives the duty
   */
  public record Done(LocalDate on, long sequence, String as) {}

  /**
   * What of a report counts toward a commitment.
   *
   * @param days those of the report on which the clause is in force
   */
  public record Part(KnownReport report, DateRange days) {}
}
