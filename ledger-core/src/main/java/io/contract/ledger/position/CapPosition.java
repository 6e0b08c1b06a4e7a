package io.contract.ledger.position;

import io.contract.ledger.terms.Clause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The position of a cap on a day, in the window that holds the day.
 *
 * @param cap the cap's own attributes; under a reading, with the basis and counts of the reading
 * @param figures counted, headroom, overage, room
 * @param reachedOn the first day on which the evenly spread gross reached the room; empty while it has not, and where it cannot
 *     be determined
 */
public record CapPosition(Clause.Cap cap, Figures figures, Optional<LocalDate> reachedOn) {}
