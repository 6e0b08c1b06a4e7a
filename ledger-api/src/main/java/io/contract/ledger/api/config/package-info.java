/** The configuration that every feature shares: the clock. */
@NullMarked
package io.contract.ledger.api.config;

import org.jspecify.annotations.NullMarked;
