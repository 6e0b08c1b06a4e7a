/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.why;

import org.jspecify.annotations.NullMarked;
