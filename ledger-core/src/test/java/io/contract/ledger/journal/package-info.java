/** Revenue shares in double entry, worked by hand. */
@NullMarked
package io.contract.ledger.journal;

import org.jspecify.annotations.NullMarked;
