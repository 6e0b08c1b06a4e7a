/** Specifies the operations on agreements over HTTP, against a running server. */
@NullMarked
package io.contract.ledger.api.agreement;

import org.jspecify.annotations.NullMarked;
