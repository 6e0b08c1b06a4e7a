/** Recording facts and finding agreements: the one way to the store. */
@NullMarked
package io.contract.ledger.api.ledger;

import org.jspecify.annotations.NullMarked;
