/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.terms;

import org.jspecify.annotations.NullMarked;
