/** Specifies the operations of this feature over HTTP, against a running server. */
@NullMarked
package io.contract.ledger.api.console;

import org.jspecify.annotations.NullMarked;
