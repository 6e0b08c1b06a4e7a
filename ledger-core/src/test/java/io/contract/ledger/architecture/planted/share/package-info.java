/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.share;

import org.jspecify.annotations.NullMarked;
