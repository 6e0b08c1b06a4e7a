/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.words;

import org.jspecify.annotations.NullMarked;
