/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.http;

import org.jspecify.annotations.NullMarked;
