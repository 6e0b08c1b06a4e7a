/** What a revenue share accrues: reports cut into lines, the gross of lines, and what caps leave of it. */
@NullMarked
package io.contract.ledger.share;

import org.jspecify.annotations.NullMarked;
