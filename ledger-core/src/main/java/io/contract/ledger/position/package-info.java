/**
 * Positions of revenue shares: the one fold over the days that runs share and payment together, under every reading of a clause.
 */
@NullMarked
package io.contract.ledger.position;

import org.jspecify.annotations.NullMarked;
