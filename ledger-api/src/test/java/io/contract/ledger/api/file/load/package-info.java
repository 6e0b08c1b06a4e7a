/** Specifies how agreement files are loaded. */
@NullMarked
package io.contract.ledger.api.file.load;

import org.jspecify.annotations.NullMarked;
