/** Revenue shares: their reports, their readings and the position of each. */
@NullMarked
package io.contract.ledger.api.share;

import org.jspecify.annotations.NullMarked;
