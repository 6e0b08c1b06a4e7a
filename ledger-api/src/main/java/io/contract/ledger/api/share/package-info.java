/** Revenue shares: what was reported, and where each share stands. */
@NullMarked
package io.contract.ledger.api.share;

import org.jspecify.annotations.NullMarked;
