/** Recording facts and finding agreements: the only way to the store. */
@NullMarked
package io.contract.ledger.api.ledger;

import org.jspecify.annotations.NullMarked;
