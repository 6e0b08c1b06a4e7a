/** Gives the journal out as the files of accounting programs. */
@NullMarked
package io.contract.ledger.api.export;

import org.jspecify.annotations.NullMarked;
