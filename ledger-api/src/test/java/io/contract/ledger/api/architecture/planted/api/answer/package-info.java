/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.answer;

import org.jspecify.annotations.NullMarked;
