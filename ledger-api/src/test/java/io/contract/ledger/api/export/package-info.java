/** Tests the journal files with the accounting programs themselves. */
@NullMarked
package io.contract.ledger.api.export;

import org.jspecify.annotations.NullMarked;
