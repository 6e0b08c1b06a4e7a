/** Loads agreement files into the running ledger: over HTTP, and the examples at the start. */
@NullMarked
package io.contract.ledger.api.file.load;

import org.jspecify.annotations.NullMarked;
