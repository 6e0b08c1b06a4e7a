package io.contract.ledger.fact.known;

/**
 * A fact with the number of the event that recorded it.
 *
 * @param sequence the event's number in its agreement
 */
public record Known<T>(long sequence, T fact) {}
