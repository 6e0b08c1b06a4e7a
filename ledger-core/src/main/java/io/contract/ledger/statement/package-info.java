/** Statements with their frozen figures, and what has changed since they were issued. */
@NullMarked
package io.contract.ledger.statement;

import org.jspecify.annotations.NullMarked;
