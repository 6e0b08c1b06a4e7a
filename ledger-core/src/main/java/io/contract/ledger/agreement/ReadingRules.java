package io.contract.ledger.agreement;

import io.contract.ledger.fact.SettledReading;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import io.contract.ledger.terms.Clause.ShipException.Requires;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Code;
import java.util.List;

/** The rules for settled readings. */
record ReadingRules(FactCheck check) {

  void reading(SettledReading reading) {
    check.clause(reading.clause())
        .ifPresent(
            clause -> {
              if (!isOpen(reading)) {
                check.violations().add(
                    "/parameter",
                    Code.PARAMETER_NOT_OPEN,
                    "clause '" + clause.id() + "' does not leave '" + reading.parameter().slug()
                        + "' unstated");
              }
            });
    if (!reading.parameter().choices().contains(reading.value())) {
      check.violations().add(
          "/value",
          Code.INVALID_VALUE,
          "'" + reading.value() + "' is no value of '" + reading.parameter().slug() + "'; the values are "
              + String.join(", ", reading.parameter().choices()));
    }
    check.unusedId(reading);
  }

  /** Whether any recorded revision of the clause leaves the parameter unstated, whenever it is effective. */
  private boolean isOpen(SettledReading reading) {
    return check.state().terms().clause(reading.clause())
        .map(ClauseHistory::revisions)
        .orElse(List.of()).stream()
        .map(Revision::clause)
        .anyMatch(
            clause -> switch (reading.parameter()) {
              case BASIS -> caps(clause).stream().anyMatch(cap -> cap.basis() == Basis.UNSTATED);
              case COUNTS ->
                caps(clause).stream().anyMatch(cap -> cap.counts() == Counts.UNSTATED && cap.countsFrom() == null);
              case REQUIRES ->
                clause instanceof Clause.FirstShip ship
                    && ship.exception() != null
                    && ship.exception().requires() == Requires.UNSTATED;
            });
  }

  private static List<Clause.Cap> caps(Clause clause) {
    return clause instanceof Clause.RevenueShare share ? share.caps() : List.of();
  }
}
