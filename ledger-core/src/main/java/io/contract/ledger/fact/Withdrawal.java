package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;

/**
 * Takes back a fact that was recorded by mistake: for every {@code knownAt} from then on it is as if never recorded.
 *
 * @param sequence the event's number in its agreement
 */
public record Withdrawal(long sequence, String reason, Backing backing) {}
