/** Exports the journal as files for accounting programs. */
@NullMarked
package io.contract.ledger.api.export;

import org.jspecify.annotations.NullMarked;
