/** Planted for the architecture rules to find. */
@NullMarked
package io.contract.ledger.api.architecture.planted.api.statement.page;

import org.jspecify.annotations.NullMarked;
