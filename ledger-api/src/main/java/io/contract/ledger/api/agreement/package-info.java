/** Agreements as a whole: recording one, its amendments and milestones, what it says and how its clauses came to say so. */
@NullMarked
package io.contract.ledger.api.agreement;

import org.jspecify.annotations.NullMarked;
