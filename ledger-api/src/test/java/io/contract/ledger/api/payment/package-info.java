/** Specifies the operations of this feature over HTTP, against a running server. */
@NullMarked
package io.contract.ledger.api.payment;

import org.jspecify.annotations.NullMarked;
