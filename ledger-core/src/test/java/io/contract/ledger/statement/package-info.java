/** What statements say, worked by hand. */
@NullMarked
package io.contract.ledger.statement;

import org.jspecify.annotations.NullMarked;
