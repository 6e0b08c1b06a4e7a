/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.obligation;

import org.jspecify.annotations.NullMarked;
