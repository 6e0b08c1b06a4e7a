/** Tests the interface with malformed and hostile requests. */
@NullMarked
package io.contract.ledger.api.fuzz;

import org.jspecify.annotations.NullMarked;
