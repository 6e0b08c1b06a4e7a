/** Holds the shape of the core: which package may know which, and what none may use. */
@NullMarked
package io.contract.ledger.architecture;

import org.jspecify.annotations.NullMarked;
