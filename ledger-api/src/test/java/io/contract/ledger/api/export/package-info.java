/** The journal as files, held against the accounting programs themselves. */
@NullMarked
package io.contract.ledger.api.export;

import org.jspecify.annotations.NullMarked;
