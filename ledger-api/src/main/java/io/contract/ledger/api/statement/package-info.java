/** Statements: figures of a period that are issued once and never change. */
@NullMarked
package io.contract.ledger.api.statement;

import org.jspecify.annotations.NullMarked;
