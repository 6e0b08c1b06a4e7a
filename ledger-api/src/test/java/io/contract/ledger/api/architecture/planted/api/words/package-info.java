/** Planted, to be found or not. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.words;

import org.jspecify.annotations.NullMarked;
