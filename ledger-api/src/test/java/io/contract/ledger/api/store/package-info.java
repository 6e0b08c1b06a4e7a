/** Tests of the store on both databases. */
@NullMarked
package io.contract.ledger.api.store;

import org.jspecify.annotations.NullMarked;
