/** Where a revenue share stands: the one fold over the days that runs share and payment together, under every reading of the clause. */
@NullMarked
package io.contract.ledger.position;

import org.jspecify.annotations.NullMarked;
