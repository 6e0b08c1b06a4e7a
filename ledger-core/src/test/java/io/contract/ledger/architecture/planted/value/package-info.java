/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.value;

import org.jspecify.annotations.NullMarked;
