/** What statements say for good, and what has changed since they said it. */
@NullMarked
package io.contract.ledger.statement;

import org.jspecify.annotations.NullMarked;
