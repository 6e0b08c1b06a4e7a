/** Checks the structure of the server: which packages may know each other. */
@NullMarked
package io.contract.ledger.api.architecture;

import org.jspecify.annotations.NullMarked;
