/** The names of agreements, clauses, parties and facts. */
@NullMarked
package io.contract.ledger.id;

import org.jspecify.annotations.NullMarked;
