package io.contract.ledger.scenario;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.calendar.Period;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.position.CapPosition;
import java.util.Optional;

/**
 * The outlook of a cap at the end of the forecast or, if that is earlier, of its own window or revision.
 *
 * @param place the place of the cap in the clause, from 0
 * @param window the days over which it counts; empty when it counts over all
 * @param position under one reading, with that reading's basis and counts
 * @param reachedIn the period in which the cap is reached; empty when it is not reached
 */
public record CapOutlook(
    ClauseId clause, int place, Optional<DateRange> window, CapPosition position, Optional<Period> reachedIn) {}
