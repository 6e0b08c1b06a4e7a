/** What was agreed: the agreement, its clauses and amendments, and which revision of a clause is in force on a day. */
@NullMarked
package io.contract.ledger.terms;

import org.jspecify.annotations.NullMarked;
