/** Specifies what all operations of the interface share, against a running server. */
@NullMarked
package io.contract.ledger.api.http;

import org.jspecify.annotations.NullMarked;
