/** Statements: issued for a period, kept as they were said. */
@NullMarked
package io.contract.ledger.api.statement;

import org.jspecify.annotations.NullMarked;
