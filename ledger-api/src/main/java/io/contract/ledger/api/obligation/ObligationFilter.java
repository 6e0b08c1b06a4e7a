package io.contract.ledger.api.obligation;

import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.obligation.Obligation;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.terms.ClauseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects obligations.
 *
 * @param party the party that bears or is owed them
 * @param status their status; without it, all obligations except settled payments
 * @param dueThrough the last due date
 * @param endingSoon whether to select only obligations that end within 90 days
 */
record ObligationFilter(Optional<PartyId> party, Optional<String> status, Optional<LocalDate> dueThrough,
    boolean endingSoon) {

  private static final List<String> STATUSES =
      Stream.concat(Stream.of("all"), ObligationAnswer.STATUSES.stream()).toList();

  /**
   * Reads the parameters.
   *
   * @throws io.contract.ledger.api.http.ProblemException when a parameter does not have its form
   */
  static ObligationFilter of(
      @Nullable String party, @Nullable String status, @Nullable String dueThrough, @Nullable String endingSoon) {
    return new ObligationFilter(
        Optional.ofNullable(party).map(PartyId::new),
        Parameters.word("status", status, STATUSES),
        Parameters.date("dueThrough", dueThrough),
        Parameters.word("endingSoon", endingSoon, List.of("true", "false")).filter("true"::equals).isPresent());
  }

  /** The selected rows of an agreement. */
  List<Obligation> of(FactsAsOf facts) {
    return ObligationCalculator.select(ObligationCalculator.obligations(facts), party, status).stream()
        .filter(
            row -> dueThrough.isEmpty()
                || row.dueOn().filter(due -> !due.isAfter(dueThrough.get())).isPresent())
        .filter(row -> !endingSoon || row.endingSoon())
        .toList();
  }

  /** The kinds of clauses that can have selected rows; empty when every kind can. */
  Set<ClauseKind> kinds() {
    return status.map(ObligationCalculator::kindsWith).orElse(Set.of());
  }
}
