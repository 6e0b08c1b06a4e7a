/** Malformed and hostile requests. */
@NullMarked
package io.contract.ledger.api.fuzz;

import org.jspecify.annotations.NullMarked;
