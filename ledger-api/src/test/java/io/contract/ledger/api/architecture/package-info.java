/** Holds the shape of the server: what its feature folders may know of each other. */
@NullMarked
package io.contract.ledger.api.architecture;

import org.jspecify.annotations.NullMarked;
