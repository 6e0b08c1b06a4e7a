/** What serves every feature: the clock. */
@NullMarked
package io.contract.ledger.api.config;

import org.jspecify.annotations.NullMarked;
