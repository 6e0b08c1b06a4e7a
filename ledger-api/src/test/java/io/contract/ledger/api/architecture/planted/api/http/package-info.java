/** Planted, to be found or not. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.http;

import org.jspecify.annotations.NullMarked;
