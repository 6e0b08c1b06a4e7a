/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.fact.known;

import org.jspecify.annotations.NullMarked;
