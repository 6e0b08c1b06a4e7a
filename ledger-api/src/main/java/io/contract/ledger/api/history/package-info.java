/** The history of an agreement: what was recorded and when, what each event changed, and what was withdrawn. */
@NullMarked
package io.contract.ledger.api.history;

import org.jspecify.annotations.NullMarked;
