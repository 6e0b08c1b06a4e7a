/** Tests of statements, worked by hand. */
@NullMarked
package io.contract.ledger.statement;

import org.jspecify.annotations.NullMarked;
