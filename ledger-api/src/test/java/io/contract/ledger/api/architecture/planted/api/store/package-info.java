/** Planted, to be found or not. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.store;

import org.jspecify.annotations.NullMarked;
