/** Planted, to be found or not. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.oddment;

import org.jspecify.annotations.NullMarked;
