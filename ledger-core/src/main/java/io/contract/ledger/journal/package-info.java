/** Revenue shares and fixed payments in double entry: postings whose balances are the figures of the position. */
@NullMarked
package io.contract.ledger.journal;

import org.jspecify.annotations.NullMarked;
