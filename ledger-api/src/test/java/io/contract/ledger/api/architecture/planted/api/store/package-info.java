/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.store;

import org.jspecify.annotations.NullMarked;
