package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Recorded;

/**
 * An event that was withdrawn.
 *
 * @param by the withdrawal, of the event or of what it was withdrawn along with
 */
public record Withdrawn(Recorded event, Recorded by) {}
