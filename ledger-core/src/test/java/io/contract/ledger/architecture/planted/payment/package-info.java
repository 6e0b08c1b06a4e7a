/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.architecture.planted.payment;

import org.jspecify.annotations.NullMarked;
