/** What the recorded events of an agreement make known at a moment, and what counts of it on a day. */
@NullMarked
package io.contract.ledger.fact.known;

import org.jspecify.annotations.NullMarked;
